namespace CompileModel.IR;

/// <summary>An operator that finds an element along an axis and returns its index.</summary>
/// <param name="Axis">The axis; negative counts from the end.</param>
/// <param name="KeepDims">Whether the axis stays with extent 1.</param>
/// <param name="SelectLast">The last one among equals instead of the first.</param>
public abstract record ArgOperator(int Axis, bool KeepDims, bool SelectLast) : Operator
{
    /// <inheritdoc/>
    public sealed override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var x = context[0].Shape;
        int axis = InferenceContext.Axis(Axis, x.Rank);
        return [new(ElementType.Int64, Shape.Of(Enumerable.Range(0, x.Rank).Where(i => KeepDims || i != axis).Select(i => i == axis ? 1 : x[i])))];
    }
}
