namespace CompileModel.IR;

/// <summary>An elementwise operator of two operands of one type.</summary>
public abstract record BinaryOperator : ElementwiseOperator
{
    /// <inheritdoc/>
    public sealed override int Arity => 2;

    /// <summary>Whether the operands may be exchanged.</summary>
    public virtual bool IsCommutative => false;
}
