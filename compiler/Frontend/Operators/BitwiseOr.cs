namespace CompileModel.Frontend.Operators;

/// <summary>Imports BitwiseOr.</summary>
public sealed class BitwiseOr : BinaryImporter<IR.Operators.BitwiseOr>;
