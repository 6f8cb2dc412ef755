using System.CommandLine;
using CompileModel.Cli.Inspection;
using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.Passes;
using CompileModel.Passes.Bounded;
using CompileModel.Targets;

namespace CompileModel.Cli;

/// <summary><c>compile-model inspect MODEL</c>: what is in a model, what it costs, and what a target has no kernel for. Writes nothing.</summary>
internal static class InspectCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var model = new ModelOptions();
        var passes = new PassOptions();
        var target = new Option<string>("--target", "-t") { Description = "target whose kernels are asked for", HelpName = "NAME|FILE.json", DefaultValueFactory = _ => "armv8-a" };
        var layers = new Option<bool>("--layers") { Description = "one line a layer: result, operator, types, multiply-accumulates" };
        var json = new Option<bool>("--json") { Description = "print the result as JSON" };
        var command = new Command("inspect", "Print operators, shapes, parameters, work and memory of a model, and what is not supported.") { target, layers, json };
        model.AddTo(command);
        passes.AddTo(command);
        command.SetAction(result =>
        {
            var profile = TargetProfiles.Load(result.GetValue(target)!);
            return Run(result.GetValue(model.Model)!, model.Import(result), profile, passes.Observer(result), result.GetValue(layers), result.GetValue(json));
        });
        return command;
    }

    private static int Run(string path, ImportOptions options, TargetProfile target, PassLog? observer, bool layers, bool json)
    {
        var diagnostics = new DiagnosticBag();
        var model = ModelReader.ReadWhatFits(path, options, diagnostics);
        var manager = new PassManager(observer);
        var typed = BoundDimensions.Run(model.Graph, model.Symbols, model.File, diagnostics).Graph;
        foreach (var d in diagnostics.Items) Console.Error.WriteLine(d);
        var canonical = manager.Run(typed, Pipeline.Groups, Stage.Canonical);
        if (manager.Stopped) return 0;
        var fused = manager.Run(canonical, Pipeline.Groups, Stage.Fused);
        observer?.PrintTimes();
        if (manager.Stopped) return 0;

        var unsupported = Unsupported(fused, target, model.File);
        var report = InspectionReport.Of(model, canonical, target, unsupported);
        Console.Out.Write(json ? report.ToJson() : report.ToText(layers));
        foreach (var d in unsupported) Console.Error.WriteLine(d);
        return unsupported.Count == 0 ? 0 : 1;
    }

    private static IReadOnlyList<Diagnostic> Unsupported(Graph fused, TargetProfile target, string file)
    {
        try
        {
            Lower.Run(fused, target, file);
            return [];
        }
        catch (CompilationException e)
        {
            return e.Diagnostics;
        }
    }
}
