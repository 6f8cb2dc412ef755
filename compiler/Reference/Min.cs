namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Min"/>.</summary>
public sealed class Min : BinaryEvaluator<IR.Operators.Min>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Min op, double a, double b) => Math.Min(a, b);

    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.Min op, Int128 a, Int128 b) => Int128.Min(a, b);
}
