namespace CompileModel.IR.Operators;

/// <summary>The negative log-likelihood of scores after LogSoftmax. Operands: scores [N,C,...], target [N,...], weights [C] (optional). Results: the loss; the log-probabilities.</summary>
/// <param name="Reduction">What becomes of the single losses.</param>
/// <param name="IgnoreIndex">Target class that does not count, or null.</param>
public sealed record SoftmaxCrossEntropyLoss(LossReduction Reduction, long? IgnoreIndex) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var logProbabilities = f.Add(new LogSoftmax(1), Required(inputs, 0));
        return [new NegativeLogLikelihoodLoss(Reduction, IgnoreIndex).Loss(f, logProbabilities, Required(inputs, 1), Optional(inputs, 2)), logProbabilities];
    }
}
