namespace CompileModel.Frontend.Operators;

/// <summary>Imports Cos.</summary>
public sealed class Cos : UnaryImporter<IR.Operators.Cos>;
