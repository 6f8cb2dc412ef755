namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.PRelu"/>.</summary>
public sealed class PRelu : BinaryEvaluator<IR.Operators.PRelu>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.PRelu op, double a, double b) => a >= 0 ? a : a * b;

    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.PRelu op, Int128 a, Int128 b) => a >= 0 ? a : a * b;
}
