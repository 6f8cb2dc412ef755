namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Mul"/>.</summary>
public sealed class Mul : BinaryEvaluator<IR.Operators.Mul>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Mul op, double a, double b) => a * b;

    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.Mul op, Int128 a, Int128 b) => a * b;
}
