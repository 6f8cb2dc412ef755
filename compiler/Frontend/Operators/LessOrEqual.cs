namespace CompileModel.Frontend.Operators;

/// <summary>Imports LessOrEqual.</summary>
public sealed class LessOrEqual : BinaryImporter<IR.Operators.LessOrEqual>;
