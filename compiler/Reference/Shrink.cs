namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Shrink"/>.</summary>
public sealed class Shrink : UnaryEvaluator<IR.Operators.Shrink>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Shrink op, double x) => x < -op.Lambd ? x + op.Bias : x > op.Lambd ? x - op.Bias : 0;

    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.Shrink op, Int128 x) => (Int128)Float(op, (double)x);
}
