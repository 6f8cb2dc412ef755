using CompileModel.Diagnostics;
using CompileModel.Emit;
using CompileModel.IR;

namespace CompileModel.Cli.Verification;

/// <summary>Consecutive data sets in one run of a program that keeps states: a frame each. The states of the first set are given, all others are the program's own.</summary>
internal static class StatefulRun
{
    /// <summary>Runs the program on all sets and compares every output, those that are states too.</summary>
    public static IEnumerable<(string Set, OutputComparison Result)> Compare(EmittedModel emitted, string program, IReadOnlyList<TestDataSet> sets, string folder, VerifyRun.Request request)
    {
        foreach (var set in sets) VerifyRun.CheckTypes(emitted, set);
        var (shownInputs, shownOutputs) = VerifyRun.Shown(emitted);
        var inputs = shownInputs.Select((value, i) => (value, emitted.Options.States.Any(s => s.Input == i) ? sets[0].Inputs[i] : Frames([.. sets.Select(s => s.Inputs[i])])));
        var result = ModelRun.Run(program, emitted.Target, inputs, folder, request.Threads, isStream: true);
        var outputs = shownOutputs.Select(o => (o.Name, Frames: result(o.Name))).ToArray();
        return sets.SelectMany((set, n) => outputs.Select((o, i) => (set.Name, OutputComparison.Of(o.Name, Frame(o.Frames, n), set.Outputs[i], request.Atol, request.Rtol))));
    }

    private static Tensor Frames(IReadOnlyList<Tensor> tensors) => tensors.Any(t => t.Type != tensors[0].Type)
        ? throw new CompilationException(DiagnosticCodes.BadTestData, $"consecutive data sets hold {tensors[0].Type} and other types for one input")
        : new(new(tensors[0].Element, Shape.Of([tensors.Count, .. tensors[0].Shape.ToArray()])), [.. tensors.SelectMany(t => t.Bytes.ToArray())]);

    private static Tensor Frame(Tensor frames, int index)
    {
        var type = new TensorType(frames.Element, Shape.Of(frames.Shape.ToArray()[1..]));
        return new(type, frames.Bytes.ToArray().AsSpan(checked((int)(index * type.Bytes)), checked((int)type.Bytes)).ToArray());
    }
}
