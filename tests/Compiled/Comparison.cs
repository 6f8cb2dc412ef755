using CompileModel.Cli.Verification;
using CompileModel.IR;
using CompileModel.Tests.OnnxRuntime;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Compiled;

/// <summary>Compiled models against ONNX Runtime: |ours - reference| at most 1e-4 + 1e-4 |reference|.</summary>
internal static class Comparison
{
    private const double Tolerance = 1e-4;

    /// <summary>Compiles the model for a target, runs it and fails with every output that differs.</summary>
    public static void WithOnnxRuntime(OnnxModelBuilder model, string target, int threads = 1)
    {
        var inputs = TestInputs.For(model, 7);
        var expected = OrtSession.RunOnce(model.ToArray(), inputs);
        using var program = CompiledProgram.Of(model, target);
        Rules.Hold(Differences(program.Run(inputs, threads), expected));
    }

    /// <summary>A line for each output that differs from its reference.</summary>
    public static IEnumerable<string> Differences(IReadOnlyDictionary<string, Tensor> actual, IReadOnlyDictionary<string, Tensor> expected) =>
        from output in expected
        let result = OutputComparison.Of(output.Key, actual[output.Key], output.Value, Tolerance, Tolerance)
        where !result.Passed
        select $"{output.Key}: {actual[output.Key].Type}, expected {output.Value.Type}: {result.Mismatches} of {output.Value.Count} differ, at most by {result.MaxAbsolute}, worst at {result.WorstIndex}";
}
