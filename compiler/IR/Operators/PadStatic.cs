namespace CompileModel.IR.Operators;

/// <summary>
/// A tensor with a border; the canonical form of Pad. Negative pads have become a slice in front. Operands: x, and of mode Constant what the border holds, one element, where only the run
/// knows it.
/// </summary>
/// <param name="Begins">Elements added at the beginning of every axis, at least 0.</param>
/// <param name="Ends">Elements added at the end of every axis, at least 0.</param>
/// <param name="Mode">What the border holds.</param>
/// <param name="Value">The border of mode Constant, converted to the element type; of no use beside a second operand.</param>
public sealed record PadStatic(Ints Begins, Ints Ends, PadMode Mode, float Value) : Operator
{
    /// <inheritdoc/>
    public override Stage From => Stage.Typed;

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var x = context[0].Shape;
        InferenceContext.Check(Begins.Count == x.Rank && Ends.Count == x.Rank, $"{Name} needs {x.Rank} numbers each");
        if (context.Has(1))
            InferenceContext.Check(Mode == PadMode.Constant && context[1].Element == context[0].Element && context[1].Shape.Count == 1, $"the border of {context[0]} is to hold {context[1]}");
        InferenceContext.Check(Begins.All(p => p >= 0) && Ends.All(p => p >= 0), "pads must not be negative");
        return [new(context[0].Element, Shape.Of(Enumerable.Range(0, x.Rank).Select(i => Begins[i] + x[i] + Ends[i])))];
    }
}
