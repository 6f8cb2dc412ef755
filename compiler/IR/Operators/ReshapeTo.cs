namespace CompileModel.IR.Operators;

/// <summary>The same elements under another shape: the canonical form of Reshape, Flatten, Squeeze, Unsqueeze.</summary>
/// <param name="To">The new dimensions, all numbers.</param>
public sealed record ReshapeTo(Ints To) : Operator
{
    /// <inheritdoc/>
    public override Stage From => Stage.Typed;

    /// <inheritdoc/>
    public override Stage Until => Stage.Lowered;

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var shape = Shape.Of(To);
        InferenceContext.Check(shape.Count == context[0].Shape.Count, $"{context[0].Shape} does not hold as many elements as {shape}");
        return [new(context[0].Element, shape)];
    }
}
