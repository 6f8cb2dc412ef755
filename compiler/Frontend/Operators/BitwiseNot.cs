namespace CompileModel.Frontend.Operators;

/// <summary>Imports BitwiseNot.</summary>
public sealed class BitwiseNot : UnaryImporter<IR.Operators.BitwiseNot>;
