namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.LessOrEqual"/>.</summary>
public sealed class LessOrEqual : BinaryEvaluator<IR.Operators.LessOrEqual>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.LessOrEqual op, double a, double b) => a <= b ? 1 : 0;

    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.LessOrEqual op, Int128 a, Int128 b) => a <= b ? 1 : 0;
}
