using CompileModel.Diagnostics;
using CompileModel.Targets;

namespace CompileModel.Cli.Conformance;

/// <summary>One run of <c>conformance</c>: every case is compiled by itself, those that the compiler takes are built and run together.</summary>
internal static class ConformanceRun
{
    private const int CasesInAProgram = 150;

    /// <summary>Outcomes in the order of the cases.</summary>
    public static IReadOnlyList<CaseOutcome> Run(IReadOnlyList<ConformanceCase> cases, TargetProfile target, Action<string> progress)
    {
        List<CaseOutcome> outcomes = [];
        List<PreparedCase> prepared = [];
        progress($"compiling {cases.Count} cases");
        foreach (var one in cases)
        {
            try
            {
                prepared.Add(PreparedCase.Prepare(one, target));
            }
            catch (CompilationException e)
            {
                var verdict = e.Diagnostics.Any(d => d.Code is DiagnosticCodes.BadTestData or DiagnosticCodes.BadTensor) ? Verdict.NoTensors : Verdict.Refused;
                outcomes.Add(new(one.Name, verdict, $"{e.Diagnostics[0].Code} {e.Diagnostics[0].Message}", [], 0));
            }
            catch (Exception e)
            {
                outcomes.Add(new(one.Name, Verdict.Broken, $"{e.GetType().Name}: {e.Message.Split('\n')[0]}", [], 0));
            }
        }
        foreach (var chunk in prepared.Chunk(CasesInAProgram))
        {
            progress($"running {chunk[0].Case.Name} ...");
            outcomes.AddRange(CaseProgram.Run(chunk, target));
        }
        return [.. outcomes.OrderBy(o => o.Name, StringComparer.Ordinal)];
    }
}
