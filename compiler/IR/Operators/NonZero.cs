namespace CompileModel.IR.Operators;

/// <summary>Indexes of the elements that are not 0, one column each, as int64. https://onnx.ai/onnx/operators/onnx__NonZero.html</summary>
/// <param name="Size">Number of columns; -1 while it follows from constants.</param>
public sealed record NonZero(int Size = -1) : DataSizedOperator(Size)
{
    /// <inheritdoc/>
    public override bool IsKnown(InferenceContext context) => context.Constant(0) is not null;

    /// <inheritdoc/>
    protected override int Count(InferenceContext context) => Enumerable.Range(0, context.Constant(0)!.Count).Count(i => context.Constant(0)!.AsDouble(i) != 0);

    /// <inheritdoc/>
    public override int Bound(InferenceContext context) => (int)context[0].Shape.Count;

    /// <inheritdoc/>
    protected override IReadOnlyList<TensorType> Types(InferenceContext context, int count) => [new(ElementType.Int64, Shape.Of(context[0].Shape.Rank, count))];

    /// <inheritdoc/>
    public override (IReadOnlyList<Value> Results, Value Count) Expand(Formula f, IReadOnlyList<Value?> inputs)
    {
        var x = inputs[0]!;
        int n = (int)x.Shape.Count;
        var (positions, count) = Positions(f, f.Reshape(Flags(f, x), n));
        long[] strides = x.Shape.Strides();
        var rows = Enumerable.Range(0, x.Shape.Rank).Select(axis =>
        {
            var along = strides[axis] == 1 ? positions : f.Add(new Div(), positions, f.Scalar(strides[axis], positions));
            return f.Reshape(axis == 0 ? along : f.Add(new Mod(false), along, f.Scalar(x.Shape[axis], positions)), 1, n);
        });
        return ([f.Cast(f.Concat(0, [.. rows]), ElementType.Int64)], count);
    }
}
