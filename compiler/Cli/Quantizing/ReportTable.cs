using System.Globalization;
using CompileModel.Quantization.Reports;
using Spectre.Console;

namespace CompileModel.Cli.Quantizing;

/// <summary>The report for people, in a terminal.</summary>
internal static class ReportTable
{
    /// <summary>Width where the output is no terminal.</summary>
    private const int PlainWidth = 160;

    /// <summary>Prints a report.</summary>
    public static void Print(QuantizationReport report, TextWriter output)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output) });
        if (Console.IsOutputRedirected) console.Profile.Width = PlainWidth;
        var table = new Table().Border(TableBorder.Minimal);
        foreach (var (title, isNumber) in (IReadOnlyList<(string, bool)>)
                 [("layer", false), ("precision", false), ("range", false), ("scale", true), ("zero", true), ("SQNR dB", true), ("cosine", true), ("alone dB", true), ("time", true), ("gain", true), ("reason", false)])
            table.AddColumn(isNumber ? new TableColumn(title).RightAligned() : new TableColumn(title));
        foreach (var l in report.Layers)
            table.AddRow([.. new[]
            {
                $"{l.Name} {l.Operator}", l.Precision, l.Input is { } i ? $"{Number(i.Low, "G4")} .. {Number(i.High, "G4")}" : "", Number(l.Input?.Scale, "G4"), l.Input?.ZeroPoint.ToString(CultureInfo.InvariantCulture) ?? "",
                Number(l.Sqnr, "F1"), Number(l.Cosine, "F5"), Number(l.SoloSqnr, "F1"), Number(l.Share * 100, "F1", "%"), Number(l.Gain, "F2", "x"), l.Reason ?? "",
            }.Select(Markup.Escape)]);
        console.Write(table);
        foreach (string line in Summary(report)) console.WriteLine(line);
    }

    /// <summary>What the report says about the whole model, a line each.</summary>
    public static IEnumerable<string> Summary(QuantizationReport report)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{report.Model}: {report.QuantizedLayers} of {report.Layers.Count} layers in int8, {report.Samples} samples");
        foreach (var o in report.Outputs) yield return $"output '{o.Name}': SQNR {Number(o.Sqnr, "F1")} dB, cosine {Number(o.Cosine, "F5")}";
        if (report.Accuracy is { } a) yield return string.Create(CultureInfo.InvariantCulture, $"accuracy: {a.Quantized:F2} %, float32 {a.Float:F2} % ({a.Samples} samples)");
        if (report.Cycles is { } cycles)
            yield return $"{report.Target}: {Number(cycles / 1e6, "F2")} million cycles predicted" + (report.FloatCycles is { } f ? $", float32 {Number(f / 1e6, "F2")} million ({Number(report.Gain, "F2")} times as fast)" : "");
    }

    private static string Number(double? value, string format, string unit = "") => value is { } v ? v.ToString(format, CultureInfo.InvariantCulture) + unit : "";
}
