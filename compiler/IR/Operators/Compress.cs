namespace CompileModel.IR.Operators;

/// <summary>The slices of operand 0 along an axis, or its elements in order, where operand 1 (bool) is true. https://onnx.ai/onnx/operators/onnx__Compress.html</summary>
/// <param name="Axis">The axis, negative from the end; null for the elements in order.</param>
/// <param name="Size">Number of slices; -1 while it follows from constants.</param>
public sealed record Compress(int? Axis, int Size = -1) : DataSizedOperator(Size)
{
    /// <inheritdoc/>
    public override bool IsKnown(InferenceContext context) => context.Constant(1) is not null;

    /// <inheritdoc/>
    protected override int Count(InferenceContext context) => context.Constant(1)!.ToLongs().Count(v => v != 0);

    /// <inheritdoc/>
    public override int Bound(InferenceContext context) => context[1].Shape[0];

    /// <inheritdoc/>
    protected override IReadOnlyList<TensorType> Types(InferenceContext context, int count)
    {
        var (x, condition) = (context[0].Shape, context[1]);
        InferenceContext.CheckType(condition.Element == ElementType.Bool && condition.Shape.Rank == 1, $"the condition must be a vector of bool, got {condition}");
        int axis = Axis is { } a ? InferenceContext.Axis(a, x.Rank) : 0;
        int extent = Axis is null ? (int)x.Count : x[axis];
        InferenceContext.Check(condition.Shape[0] <= extent, $"{condition.Shape[0]} conditions are more than {extent} elements");
        return [new(context[0].Element, Axis is null ? Shape.Of(count) : new([.. x.Dims[..axis], count, .. x.Dims[(axis + 1)..]]))];
    }

    /// <inheritdoc/>
    public override (IReadOnlyList<Value> Results, Value Count) Expand(Formula f, IReadOnlyList<Value?> inputs)
    {
        var x = inputs[0]!;
        var (positions, count) = Positions(f, Flags(f, inputs[1]!));
        if (Axis is null) x = f.Reshape(x, (int)x.Shape.Count);
        return ([f.Add(new Gather(Axis is { } a ? InferenceContext.Axis(a, x.Shape.Rank) : 0), x, positions)], count);
    }
}
