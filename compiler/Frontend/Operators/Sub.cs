namespace CompileModel.Frontend.Operators;

/// <summary>Imports Sub.</summary>
public sealed class Sub : BinaryImporter<IR.Operators.Sub>;
