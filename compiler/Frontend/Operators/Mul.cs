namespace CompileModel.Frontend.Operators;

/// <summary>Imports Mul.</summary>
public sealed class Mul : BinaryImporter<IR.Operators.Mul>;
