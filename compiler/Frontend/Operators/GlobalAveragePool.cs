namespace CompileModel.Frontend.Operators;

/// <summary>Imports GlobalAveragePool.</summary>
public sealed class GlobalAveragePool : UnaryImporter<IR.Operators.GlobalAveragePool>;
