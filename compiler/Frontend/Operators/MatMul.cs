namespace CompileModel.Frontend.Operators;

/// <summary>Imports MatMul.</summary>
public sealed class MatMul() : SimpleImporter<IR.Operators.MatMul>(2, 2);
