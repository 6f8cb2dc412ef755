namespace CompileModel.Frontend.Operators;

/// <summary>Imports Mish.</summary>
public sealed class Mish : UnaryImporter<IR.Operators.Mish>;
