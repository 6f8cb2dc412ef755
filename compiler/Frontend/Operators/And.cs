namespace CompileModel.Frontend.Operators;

/// <summary>Imports And.</summary>
public sealed class And : BinaryImporter<IR.Operators.And>;
