namespace CompileModel.IR;

/// <summary>An elementwise operator of two operands of one type.</summary>
public abstract record BinaryOperator : ElementwiseOperator
{
    /// <inheritdoc/>
    public sealed override int Arity => 2;

    /// <summary>Whether the operands may be exchanged.</summary>
    public virtual bool IsCommutative => false;

    /// <summary>The common type of operands that must be numbers.</summary>
    protected ElementType NumericResult(ReadOnlySpan<ElementType> operands)
    {
        InferenceContext.CheckType(operands[0].IsFloat() || operands[0].IsInteger(), $"{Name} takes numbers, got {operands[0].ShortName()}");
        InferenceContext.CheckType(operands[0] == operands[1], $"{Name} takes operands of one type, got {operands[0].ShortName()} and {operands[1].ShortName()}");
        return operands[0];
    }
}
