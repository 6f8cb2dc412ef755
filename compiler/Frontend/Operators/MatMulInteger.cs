namespace CompileModel.Frontend.Operators;

/// <summary>Imports MatMulInteger.</summary>
public sealed class MatMulInteger() : SimpleImporter<IR.Operators.MatMulInteger>(2, 4);
