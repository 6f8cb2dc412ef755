namespace CompileModel.IR;

/// <summary>An elementwise operator of one floating-point operand.</summary>
public abstract record FloatUnaryOperator : UnaryOperator
{
    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        InferenceContext.CheckType(operands[0].IsFloat(), $"{Name} takes floats, got {operands[0].ShortName()}");
        return operands[0];
    }
}
