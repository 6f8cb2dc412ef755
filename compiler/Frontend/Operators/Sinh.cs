namespace CompileModel.Frontend.Operators;

/// <summary>Imports Sinh.</summary>
public sealed class Sinh : UnaryImporter<IR.Operators.Sinh>;
