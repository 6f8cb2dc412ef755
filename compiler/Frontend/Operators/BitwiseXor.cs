namespace CompileModel.Frontend.Operators;

/// <summary>Imports BitwiseXor.</summary>
public sealed class BitwiseXor : BinaryImporter<IR.Operators.BitwiseXor>;
