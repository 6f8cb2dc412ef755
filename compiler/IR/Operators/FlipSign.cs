namespace CompileModel.IR.Operators;

/// <summary>uint8 to int8 by subtracting 128, or back: the top bit toggled. Quantised values with zero point z become those with z - 128.</summary>
/// <param name="To">int8 from uint8, or uint8 from int8.</param>
public sealed record FlipSign(ElementType To) : UnaryOperator
{
    /// <inheritdoc/>
    public override Stage From => Stage.Typed;

    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        bool fits = (operands[0], To) is (ElementType.UInt8, ElementType.Int8) or (ElementType.Int8, ElementType.UInt8);
        InferenceContext.CheckType(fits, $"{Name} takes uint8 to int8 or back, got {operands[0].ShortName()} to {To.ShortName()}");
        return To;
    }
}
