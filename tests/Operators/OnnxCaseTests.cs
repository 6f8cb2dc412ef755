using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.Passes;

namespace CompileModel.Tests.Operators;

/// <summary>The official ONNX cases through importer, type inference, passes and interpreter, at every stage that the interpreter runs.</summary>
public sealed class OnnxCaseTests(ITestOutputHelper output)
{
    private static readonly string[] Unsupported =
    [
        DiagnosticCodes.UnsupportedOperator, DiagnosticCodes.UnsupportedVersion, DiagnosticCodes.UnsupportedTensor, DiagnosticCodes.TypeMismatch,
        DiagnosticCodes.BadTensor,
    ];

    /// <summary>Kinds of cases.</summary>
    public static TheoryData<string> Kinds => [.. OnnxCases.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void OutputsAreThoseOfTheSpecification(string kind)
    {
        var cases = OnnxCases.Of(kind);
        var disputed = OnnxCases.Disputed(kind);
        var failures = new List<string>();
        var leftOut = new List<(string Reason, string Name)>();
        foreach (var test in cases)
        {
            string stage = "load";
            try
            {
                var (graph, inputs) = test.Load();
                foreach (var next in new[] { Stage.Typed, Stage.Canonical, Stage.Fused })
                {
                    stage = next.ToString();
                    if (next > Stage.Typed) graph = new PassManager().Run(graph, Pipeline.Groups, next);
                    if (test.Check(graph, inputs) is not { } difference) continue;
                    if (test.IsRandom) leftOut.Add(("random numbers", test.Name));
                    else if (disputed.Contains(test.Name)) leftOut.Add(("ONNX Runtime differs as well", test.Name));
                    else failures.Add($"{test.Name} at {stage}: {difference}");
                }
            }
            catch (CompilationException e) when (e.Diagnostics.Where(d => d.Severity == Severity.Error).All(d => Unsupported.Contains(d.Code)))
            {
                leftOut.Add((e.Diagnostics.First(d => d.Severity == Severity.Error).Message, test.Name));
            }
            catch (Exception e)
            {
                failures.Add($"{test.Name} at {stage}: {e.GetType().Name}: {e.Message.Split('\n')[0]}");
            }
        }
        output.WriteLine($"{kind}: {cases.Count} cases from {OnnxCases.Source}, {leftOut.Count} left out, {failures.Count} failed");
        foreach (var group in leftOut.GroupBy(l => l.Reason, l => l.Name).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
            output.WriteLine($"  {group.Count(),4} {group.Key}: {string.Join(' ', group.Take(3))}");
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }
}
