namespace CompileModel.Frontend.Operators;

/// <summary>Imports GreaterOrEqual.</summary>
public sealed class GreaterOrEqual : BinaryImporter<IR.Operators.GreaterOrEqual>;
