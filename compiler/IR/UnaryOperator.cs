namespace CompileModel.IR;

/// <summary>An elementwise operator of one operand.</summary>
public abstract record UnaryOperator : ElementwiseOperator
{
    /// <inheritdoc/>
    public sealed override int Arity => 1;
}
