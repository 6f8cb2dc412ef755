namespace CompileModel.Frontend.Operators;

/// <summary>Imports Greater.</summary>
public sealed class Greater : BinaryImporter<IR.Operators.Greater>;
