using System.Globalization;
using System.Text.Json;
using CompileModel.Diagnostics;
using CompileModel.Emit;
using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.Publish;
using CompileModel.Targets;

namespace CompileModel.Cli.Verification;

/// <summary>One run of <c>verify</c>: compile, run on every data set, compare every output.</summary>
internal static class VerifyRun
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>How to compare.</summary>
    internal sealed record Request(double Atol, double Rtol, int Threads, bool Json);

    /// <summary>Verifies; returns the exit code.</summary>
    public static int Run(CompileSettings settings, string dataFolder, Request request)
    {
        var forms = ModelForms.Read(settings.ModelPath);
        var sets = TestDataSet.Load(dataFolder, forms).Select(s => s with { InputItems = [.. s.InputItems.Where((_, i) => i >= forms.Names.Count || !settings.Import.FixedValues.ContainsKey(forms.Names[i]))] }).ToArray();
        var diagnostics = new DiagnosticBag();
        string work = Directory.CreateTempSubdirectory("compile-model-").FullName;
        try
        {
            var results = Progress.Run($"verifying {settings.Name} on {settings.Target.Name}", progress =>
            {
                var (emitted, program) = CompileRun.Build(settings, Path.Combine(work, "out"), build: true, diagnostics, progress);
                if (emitted is null) return [];
                if (settings.Stateful.Count > 0) return StatefulRun.Compare(emitted, program!, sets, Path.Combine(work, "stream"), request).ToArray();
                return sets.SelectMany(set =>
                {
                    progress($"running {set.Name}");
                    return Compare(emitted, program!, set, Path.Combine(work, set.Name), request);
                }).ToArray();
            });
            foreach (var d in diagnostics.Items) Console.Error.WriteLine(d);
            Print(settings, results, request);
            return results.All(r => r.Result.Passed) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static IEnumerable<(string Set, OutputComparison Result)> Compare(EmittedModel emitted, string program, TestDataSet set, string folder, Request request)
    {
        CheckTypes(emitted, set);
        var (inputs, outputs) = Shown(emitted);
        var result = ModelRun.Run(program, emitted.Target, inputs.Zip(set.Inputs), folder, request.Threads);
        return outputs.Zip(set.Outputs, (output, reference) => (set.Name, OutputComparison.Of(output.Name, result(output.Name), reference, request.Atol, request.Rtol)));
    }

    /// <summary>The inputs and outputs that are the model's own, without extents.</summary>
    internal static (IReadOnlyList<Value> Inputs, IReadOnlyList<GraphOutput> Outputs) Shown(EmittedModel emitted)
    {
        var (graph, extents) = (emitted.Plan.Graph, emitted.Options.Extents);
        return (extents.InputsOf(graph), extents.OutputsOf(graph));
    }

    /// <summary>Whether a data set has the inputs and outputs of a model.</summary>
    /// <exception cref="CompilationException">It has not.</exception>
    internal static void CheckTypes(EmittedModel emitted, TestDataSet set)
    {
        var (inputs, outputs) = Shown(emitted);
        if (set.Inputs.Count != inputs.Count || set.Outputs.Count != outputs.Count)
            throw new CompilationException(DiagnosticCodes.BadTestData, $"{set.Inputs.Count} inputs and {set.Outputs.Count} outputs; the model has {inputs.Count} and {outputs.Count}", new(set.Name));
        foreach (var (value, data, i) in inputs.Zip(set.Inputs, Enumerable.Range(0, set.Inputs.Count)))
            if (!emitted.Options.Extents.Takes(value, data.Type)) throw new CompilationException(DiagnosticCodes.BadTestData, $"input '{value.Name}' is {value.Type}, input_{i} is {data.Type}", new(set.Name));
    }

    private static void Print(CompileSettings settings, IReadOnlyList<(string Set, OutputComparison Result)> results, Request request)
    {
        if (request.Json)
        {
            var report = new { model = settings.Name, target = settings.Target.Name, passed = results.All(r => r.Result.Passed), results = results.Select(r => new { set = r.Set, result = r.Result }) };
            Console.Out.WriteLine(JsonSerializer.Serialize(report, Indented));
            return;
        }
        foreach (var (set, r) in results)
        {
            string detail = string.Create(CultureInfo.InvariantCulture, $"max abs {r.MaxAbsolute:G3}, max rel {r.MaxRelative:G3}, max ulp {r.MaxUlp}, same top-1 {(r.SameTop1 ? "yes" : "no")}");
            Console.Out.WriteLine($"{(r.Passed ? "pass" : "FAIL")}  {settings.Name}  {settings.Target.Name}  {set}  {r.Name}  {detail}{(r.Passed ? "" : $", {r.Mismatches} elements outside of the tolerance, worst at {r.WorstIndex}")}");
        }
    }
}
