namespace CompileModel.IR.Operators;

/// <summary>A tensor repeated as a whole along its axes; the canonical form of Tile.</summary>
/// <param name="Repeats">How often, on every axis.</param>
public sealed record TileStatic(Ints Repeats) : Operator
{
    /// <inheritdoc/>
    public override Stage From => Stage.Typed;

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var x = context[0].Shape;
        InferenceContext.Check(Repeats.Count == x.Rank && Repeats.All(r => r >= 0), $"repeats {Repeats} do not fit {x}");
        return [new(context[0].Element, Shape.Of(Enumerable.Range(0, x.Rank).Select(i => x[i] * Repeats[i])))];
    }
}
