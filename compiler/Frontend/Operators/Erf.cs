namespace CompileModel.Frontend.Operators;

/// <summary>Imports Erf.</summary>
public sealed class Erf : UnaryImporter<IR.Operators.Erf>;
