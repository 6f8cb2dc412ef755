namespace CompileModel.IR.Operators;

/// <summary>A tensor with a border; the canonical form of Pad. Negative pads have become a slice in front.</summary>
/// <param name="Begins">Elements added at the beginning of every axis, at least 0.</param>
/// <param name="Ends">Elements added at the end of every axis, at least 0.</param>
/// <param name="Mode">What the border holds.</param>
/// <param name="Value">The border of mode Constant, converted to the element type.</param>
public sealed record PadStatic(Ints Begins, Ints Ends, PadMode Mode, float Value) : Operator
{
    /// <inheritdoc/>
    public override Stage From => Stage.Typed;

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var x = context[0].Shape;
        InferenceContext.Check(Begins.Count == x.Rank && Ends.Count == x.Rank, $"{Name} needs {x.Rank} numbers each");
        InferenceContext.Check(Begins.All(p => p >= 0) && Ends.All(p => p >= 0), "pads must not be negative");
        return [new(context[0].Element, Shape.Of(Enumerable.Range(0, x.Rank).Select(i => Begins[i] + x[i] + Ends[i])))];
    }
}
