namespace CompileModel.Frontend.Operators;

/// <summary>Imports QLinearMatMul.</summary>
public sealed class QLinearMatMul() : SimpleImporter<IR.Operators.QLinearMatMul>(8, 8);
