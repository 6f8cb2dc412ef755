using System.CommandLine;
using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.Quantization.Reports;
using CompileModel.Targets;

namespace CompileModel.Cli.Quantizing;

/// <summary><c>compile-model quantize-report MODEL --calibration PATH...</c>: what quantisation does to each layer; of a model that is quantised already, what is and what is not. Writes reports only.</summary>
internal static class QuantizeReportCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var model = new ModelOptions();
        var quantize = new QuantizeOptions();
        var target = new Option<string?>("--target", "-t") { Description = "core whose cycles are predicted; without one, speed plays no part", HelpName = "NAME|FILE.json" };
        var json = new Option<string?>("--json") { Description = "write the report for scripts", HelpName = "FILE.json" };
        var html = new Option<string?>("--html") { Description = "write the report as a page with plots", HelpName = "FILE.html" };
        var command = new Command("quantize-report", "Print what int8 does to each layer of a model: precision, ranges, noise, sensitivity, predicted time, and why layers stay float32.") { target, json, html };
        model.AddTo(command);
        quantize.AddCommon(command);
        command.SetAction(result =>
        {
            List<string> files = [];
            if (result.GetValue(json) is { } j) files.Add(ReportFiles.Check(j, "--json", ".json"));
            if (result.GetValue(html) is { } h) files.Add(ReportFiles.Check(h, "--html", ".html"));
            string? name = result.GetValue(target);
            var settings = new CompileSettings(result.GetValue(model.Model)!, model.Import(result), name is null ? SampleProgram.Here : TargetProfiles.Load(name), "report");
            var report = QuantizedReport.Of(settings, name is not null) ?? Quantize(settings, quantize.Common(result) with { HasReport = true, HasTarget = name is not null });
            ReportTable.Print(report, Console.Out);
            foreach (string file in files) ReportFiles.Write(report, file);
            return 0;
        });
        return command;
    }

    private static QuantizationReport Quantize(CompileSettings settings, QuantizeRequest request)
    {
        string work = Directory.CreateTempSubdirectory("compile-model-").FullName;
        try
        {
            var diagnostics = new DiagnosticBag();
            var report = Progress.Run($"quantizing {Path.GetFileName(settings.ModelPath)}", progress => QuantizeRun.Run(settings, request, work, diagnostics, progress).Report!);
            foreach (var d in diagnostics.Items.Where(d => d.Code != DiagnosticCodes.StaysFloat)) Console.Error.WriteLine(d);
            return report;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }
}
