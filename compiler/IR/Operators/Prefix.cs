namespace CompileModel.IR.Operators;

/// <summary>The first slices of operand 0 along axis 0, as many as operand 1 (an int64 scalar) says: what a loop collected that made fewer trips than there is room for.</summary>
/// <param name="Size">Number of slices; -1 while it follows from constants.</param>
public sealed record Prefix(int Size = -1) : DataSizedOperator(Size)
{
    /// <inheritdoc/>
    public override Stage From => Stage.Typed;

    /// <inheritdoc/>
    public override bool IsKnown(InferenceContext context) => context.Constant(1) is not null;

    /// <inheritdoc/>
    protected override int Count(InferenceContext context) => (int)context.Constant(1)!.AsLong(0);

    /// <inheritdoc/>
    public override int Bound(InferenceContext context) => context[0].Shape[0];

    /// <inheritdoc/>
    protected override IReadOnlyList<TensorType> Types(InferenceContext context, int count)
    {
        var x = context[0];
        InferenceContext.Check(count >= 0 && count <= x.Shape[0], $"{count} slices are more than {x} has");
        return [x with { Shape = new([count, .. x.Shape.Dims[1..]]) }];
    }

    /// <inheritdoc/>
    public override (IReadOnlyList<Value> Results, Value Count) Expand(Formula f, IReadOnlyList<Value?> inputs) => ([inputs[0]!], f.Cast(inputs[1]!, ElementType.Int32));
}
