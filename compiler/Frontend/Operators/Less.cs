namespace CompileModel.Frontend.Operators;

/// <summary>Imports Less.</summary>
public sealed class Less : BinaryImporter<IR.Operators.Less>;
