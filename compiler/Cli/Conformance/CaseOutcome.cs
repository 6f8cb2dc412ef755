namespace CompileModel.Cli.Conformance;

/// <summary>What became of a case.</summary>
/// <param name="Name">The case.</param>
/// <param name="Verdict">In a word.</param>
/// <param name="Detail">Why, or which inputs were fixed; empty when there is nothing to say.</param>
/// <param name="Operators">ONNX operators of the model.</param>
/// <param name="MaxUlp">Largest distance of a float32 element from its reference in units of the last place; 0 unless it ran.</param>
public sealed record CaseOutcome(string Name, Verdict Verdict, string Detail, IReadOnlyList<string> Operators, long MaxUlp)
{
    /// <summary>Element types of the inputs, and those of the constants where no input is left.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>What computes the case; null unless it was compiled.</summary>
    public KernelKind? Kernel { get; init; }
}
