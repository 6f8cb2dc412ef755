using CompileModel.Passes.Planning;
using CompileModel.Targets;

namespace CompileModel.Emit;

/// <summary>The generated part of a project.</summary>
/// <param name="Options">What it was made with.</param>
/// <param name="Target">What it was made for.</param>
/// <param name="Sources">Text files, C# and README.md, by path relative to the project.</param>
/// <param name="Calls">The schedule, for reports.</param>
/// <param name="Plan">The memory plan, with the bytes of the weights.</param>
public sealed record EmittedModel(
    EmitOptions Options, TargetProfile Target, IReadOnlyDictionary<string, string> Sources, IReadOnlyList<EmittedCall> Calls, MemoryPlan Plan)
{
    /// <summary>Bytes that each thread has for itself.</summary>
    public long ScratchBytes => Calls.Select(c => c.Routine.ScratchBytes).DefaultIfEmpty().Max();
}
