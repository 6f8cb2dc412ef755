namespace CompileModel.Cli.Inspection;

/// <summary>One node of the simplified model.</summary>
/// <param name="Name">Name of its first result.</param>
/// <param name="Operator">Operator.</param>
/// <param name="Inputs">Types of the operands that are present, constants included.</param>
/// <param name="Output">Type of the first result.</param>
/// <param name="Macs">Multiply-accumulates.</param>
internal sealed record InspectedLayer(string Name, string Operator, IReadOnlyList<string> Inputs, string Output, long Macs);
