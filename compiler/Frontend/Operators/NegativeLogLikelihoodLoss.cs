namespace CompileModel.Frontend.Operators;

/// <summary>Imports NegativeLogLikelihoodLoss.</summary>
public sealed class NegativeLogLikelihoodLoss() : LossImporter(1, (reduction, ignored) => new IR.Operators.NegativeLogLikelihoodLoss(reduction, ignored));
