namespace CompileModel.Frontend.Operators;

/// <summary>Imports BitwiseAnd.</summary>
public sealed class BitwiseAnd : BinaryImporter<IR.Operators.BitwiseAnd>;
