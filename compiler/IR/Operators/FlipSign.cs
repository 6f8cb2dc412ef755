namespace CompileModel.IR.Operators;

/// <summary>uint8 to int8 by subtracting 128, or back: the top bit toggled. Quantised values with zero point z become those with z - 128.</summary>
public sealed record FlipSign : UnaryOperator
{
    /// <inheritdoc/>
    public override Stage From => Stage.Typed;

    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        InferenceContext.CheckType(operands[0] is ElementType.UInt8 or ElementType.Int8, $"{Name} takes 8-bit integers, got {operands[0].ShortName()}");
        return operands[0] == ElementType.UInt8 ? ElementType.Int8 : ElementType.UInt8;
    }
}
