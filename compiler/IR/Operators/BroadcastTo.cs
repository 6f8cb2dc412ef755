namespace CompileModel.IR.Operators;

/// <summary>A tensor repeated along axes of extent 1 and new leading axes; the canonical form of Expand.</summary>
/// <param name="To">The result's dimensions.</param>
public sealed record BroadcastTo(Ints To) : Operator
{
    /// <inheritdoc/>
    public override Stage From => Stage.Typed;

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var to = Shape.Of(To);
        InferenceContext.Check(to.Equals(Shape.Broadcast(context[0].Shape, to)), $"{context[0].Shape} does not broadcast to {to}");
        return [new(context[0].Element, to)];
    }
}
