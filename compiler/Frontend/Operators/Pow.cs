namespace CompileModel.Frontend.Operators;

/// <summary>Imports Pow.</summary>
public sealed class Pow : BinaryImporter<IR.Operators.Pow>;
