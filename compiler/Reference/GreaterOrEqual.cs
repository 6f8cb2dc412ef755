namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.GreaterOrEqual"/>.</summary>
public sealed class GreaterOrEqual : BinaryEvaluator<IR.Operators.GreaterOrEqual>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.GreaterOrEqual op, double a, double b) => a >= b ? 1 : 0;

    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.GreaterOrEqual op, Int128 a, Int128 b) => a >= b ? 1 : 0;
}
