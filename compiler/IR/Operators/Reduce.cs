namespace CompileModel.IR.Operators;

/// <summary>Reduces axes to one element each; the canonical form of ReduceMean, ReduceSum, ..., GlobalAveragePool and GlobalMaxPool.</summary>
/// <param name="Kind">How.</param>
/// <param name="Axes">Axes, 0 to rank - 1, ascending, at least one.</param>
/// <param name="KeepDims">Whether reduced axes stay with extent 1.</param>
public sealed record Reduce(Reduction Kind, Ints Axes, bool KeepDims) : Operator
{
    /// <inheritdoc/>
    public override Stage From => Stage.Typed;

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var x = context[0].Shape;
        InferenceContext.Check(Axes.All(a => a >= 0 && a < x.Rank), $"axes {Axes} are outside of {x}");
        var axes = Axes;
        var dims = Enumerable.Range(0, x.Rank).Where(i => KeepDims || !axes.Contains(i)).Select(i => axes.Contains(i) ? 1 : x[i]);
        return [new(context[0].Element, Shape.Of(dims))];
    }
}
