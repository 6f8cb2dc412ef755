namespace CompileModel.Frontend.Operators;

/// <summary>Imports Expand.</summary>
public sealed class Expand() : SimpleImporter<IR.Operators.Expand>(2, 2);
