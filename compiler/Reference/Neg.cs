namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Neg"/>.</summary>
public sealed class Neg : UnaryEvaluator<IR.Operators.Neg>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Neg op, double x) => -x;

    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.Neg op, Int128 x) => -x;
}
