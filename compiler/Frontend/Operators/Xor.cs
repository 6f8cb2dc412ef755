namespace CompileModel.Frontend.Operators;

/// <summary>Imports Xor.</summary>
public sealed class Xor : BinaryImporter<IR.Operators.Xor>;
