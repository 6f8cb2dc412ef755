namespace CompileModel.Frontend.Operators;

/// <summary>Imports Asinh.</summary>
public sealed class Asinh : UnaryImporter<IR.Operators.Asinh>;
