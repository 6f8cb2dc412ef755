namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Greater"/>.</summary>
public sealed class Greater : BinaryEvaluator<IR.Operators.Greater>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Greater op, double a, double b) => a > b ? 1 : 0;

    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.Greater op, Int128 a, Int128 b) => a > b ? 1 : 0;
}
