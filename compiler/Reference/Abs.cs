namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Abs"/>.</summary>
public sealed class Abs : UnaryEvaluator<IR.Operators.Abs>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Abs op, double x) => Math.Abs(x);

    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.Abs op, Int128 x) => Int128.Abs(x);
}
