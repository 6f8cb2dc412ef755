namespace CompileModel.IR.Operators;

/// <summary>Minus the log-probability of the target class. Operands: log-probabilities [N,C,...], target [N,...], weights [C] (optional).</summary>
/// <param name="Reduction">What becomes of the single losses.</param>
/// <param name="IgnoreIndex">Target class that does not count, or null.</param>
public sealed record NegativeLogLikelihoodLoss(LossReduction Reduction, long? IgnoreIndex) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs) =>
        [Loss(f, Required(inputs, 0), Required(inputs, 1), Optional(inputs, 2))];

    /// <summary>Writes the loss.</summary>
    internal Value Loss(Formula f, Value logProbabilities, Value target, Value? classWeights)
    {
        int[] dims = target.Shape.ToArray();
        InferenceContext.Check(logProbabilities.Shape.Rank == dims.Length + 1, $"log-probabilities {logProbabilities.Shape} and target {target.Shape} do not fit");
        var ignored = IgnoreIndex is { } index ? f.Add(new Equal(), target, f.Scalar(index, target)) : null;
        var known = ignored is null ? target : f.Add(new Where(), ignored, f.Scalar(0, target), target);
        var picked = f.Add(new GatherElements(1), logProbabilities, f.Reshape(known, [dims[0], 1, .. dims[1..]]));
        var loss = f.Add(new Neg(), f.Reshape(picked, dims));
        var weights = classWeights is null ? null : f.Add(new Gather(0), classWeights, known);
        if (ignored is not null) weights = f.Add(new Where(), ignored, f.Scalar(0, loss), weights ?? f.Scalar(1, loss));
        if (weights is not null) loss = f.Mul(loss, weights);
        return Reduction switch
        {
            LossReduction.None => loss,
            LossReduction.Sum => f.Reduce(Operators.Reduction.Sum, loss, false),
            _ when weights is null => f.Reduce(Operators.Reduction.Mean, loss, false),
            _ => f.Add(new Div(), f.Reduce(Operators.Reduction.Sum, loss, false), f.Reduce(Operators.Reduction.Sum, weights, false)),
        };
    }
}
