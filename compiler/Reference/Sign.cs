namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Sign"/>.</summary>
public sealed class Sign : UnaryEvaluator<IR.Operators.Sign>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Sign op, double x) => double.IsNaN(x) ? x : Math.Sign(x);

    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.Sign op, Int128 x) => Int128.Sign(x);
}
