using System.Globalization;
using CompileModel.Cli.Verification;
using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.Passes.Bounded;
using CompileModel.Publish;
using CompileModel.Targets;

namespace CompileModel.Cli.Conformance;

/// <summary>Many cases side by side in one program, which is built and run once.</summary>
internal static class CaseProgram
{
    // Those of the ONNX backend runner.
    private const double Atol = 1e-7, Rtol = 1e-3;

    /// <summary>Outcomes of the cases. When the program does not build or run, halves of the cases are tried, so that one bad case does not hide the others.</summary>
    public static IEnumerable<CaseOutcome> Run(IReadOnlyList<PreparedCase> cases, TargetProfile target)
    {
        if (cases.Count == 0) return [];
        string folder = Directory.CreateTempSubdirectory("compile-model-").FullName;
        try
        {
            return BuildAndRun(cases, target, folder);
        }
        catch (Exception) when (cases.Count > 1)
        {
            return [.. Run([.. cases.Take(cases.Count / 2)], target), .. Run([.. cases.Skip(cases.Count / 2)], target)];
        }
        catch (Exception e)
        {
            return [Outcome(cases[0], Verdict.Broken, e.Message.Split('\n')[0], 0)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static CaseOutcome[] BuildAndRun(IReadOnlyList<PreparedCase> cases, TargetProfile target, string folder)
    {
        var (joined, extents) = Join(cases);
        var settings = new CompileSettings("conformance", new(), target, "conformance");
        var emitted = ModelCompiler.Emit(settings, new(cases[0].Optimized.Model, joined, extents), _ => { });
        string program = CompileRun.Write(emitted, settings, Path.Combine(folder, "out"), build: true, _ => { })!;
        var result = ModelRun.Run(program, target, joined.Inputs.Zip(cases.SelectMany(c => c.Data.Inputs)), Path.Combine(folder, "results"), threads: 1);
        return [.. cases.Select((c, i) => Compare(c, Prefix(i), result))];
    }

    /// <summary>The cases in one graph: their outputs, then the extents of those that depend on data.</summary>
    private static (Graph, RuntimeExtents) Join(IReadOnlyList<PreparedCase> cases)
    {
        var joined = GraphJoin.Join("conformance", Stage.Fused, [.. cases.Select((c, i) => (Prefix(i), c.Graph))]);
        List<GraphOutput> outputs = [], numbers = [];
        List<IReadOnlyList<int>> extents = [];
        int at = 0;
        foreach (var one in cases)
        {
            extents.AddRange(one.Outputs.Select((o, i) => one.Optimized.Extents.Outputs.Count == 0 ? (IReadOnlyList<int>)Ints.Repeat(-1, o.Value.Shape.Rank)
                : [.. one.Optimized.Extents.Outputs[i].Select(e => e < 0 ? -1 : e + numbers.Count)]));
            outputs.AddRange(joined.Outputs.Skip(at).Take(one.Outputs.Count));
            numbers.AddRange(joined.Outputs.Skip(at + one.Outputs.Count).Take(one.Graph.Outputs.Length - one.Outputs.Count));
            at += one.Graph.Outputs.Length;
        }
        return (new(joined.Name, joined.Stage, joined.Inputs, [.. outputs, .. numbers], joined.Nodes, joined.Constants), new([], extents));
    }

    private static CaseOutcome Compare(PreparedCase one, string prefix, Func<string, Tensor> result)
    {
        var results = one.Outputs.Zip(one.Data.Outputs, (output, reference) => OutputComparison.Of(output.Name, result(prefix + output.Name), reference, Atol, Rtol)).ToArray();
        string wrong = string.Join("; ", results.Where(r => !r.Passed).Select(r => $"output '{r.Name}': {r.Mismatches} elements, worst at {r.WorstIndex}"));
        string note = one.FixedInputs == 0 ? "" : $"{one.FixedInputs} of {one.FixedInputs + one.Data.Inputs.Count} inputs constant";
        if (wrong.Length > 0 && one.Optimized.Model.Graph.Nodes.FirstOrDefault(n => n.Operator is IRandom) is { } draws)
            return Outcome(one, Verdict.Random, $"{draws.Operator.Name} draws random numbers, which cannot be compared", 0);
        return Outcome(one, wrong.Length == 0 ? Verdict.Pass : Verdict.Differs, wrong.Length == 0 ? note : wrong, results.Select(r => r.MaxUlp).DefaultIfEmpty().Max());
    }

    private static CaseOutcome Outcome(PreparedCase one, Verdict verdict, string detail, long ulp) => new(one.Case.Name, verdict, detail, one.Operators, ulp) { Types = one.Types, Kernel = one.Kernel };

    private static string Prefix(int index) => string.Create(CultureInfo.InvariantCulture, $"c{index}_");
}
