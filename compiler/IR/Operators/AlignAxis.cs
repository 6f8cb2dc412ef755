namespace CompileModel.IR.Operators;

/// <summary>Operand 0 with trailing dimensions of 1, so that its first one meets axis <paramref name="Axis"/> of operand 1: the broadcast of opsets before 7.</summary>
/// <param name="Axis">Axis of operand 1.</param>
public sealed record AlignAxis(int Axis) : ImportedForm
{
    /// <inheritdoc/>
    public override Operator Canonical(InferenceContext context)
    {
        var (x, other) = (context[0].Shape, context[1].Shape);
        int ones = other.Rank - InferenceContext.Axis(Axis, other.Rank) - x.Rank;
        InferenceContext.Check(ones >= 0, $"{x} does not fit {other} at axis {Axis}");
        return new ReshapeTo([.. x.ToArray(), .. Enumerable.Repeat(1, ones)]);
    }
}
