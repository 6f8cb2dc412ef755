namespace CompileModel.Frontend.Operators;

/// <summary>Imports Range.</summary>
public sealed class Range() : SimpleImporter<IR.Operators.Range>(3, 3);
