namespace CompileModel.Frontend.Operators;

/// <summary>Imports SoftmaxCrossEntropyLoss.</summary>
public sealed class SoftmaxCrossEntropyLoss() : LossImporter(2, (reduction, ignored) => new IR.Operators.SoftmaxCrossEntropyLoss(reduction, ignored));
