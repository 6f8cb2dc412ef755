namespace CompileModel.Frontend.Operators;

/// <summary>Imports Asin.</summary>
public sealed class Asin : UnaryImporter<IR.Operators.Asin>;
