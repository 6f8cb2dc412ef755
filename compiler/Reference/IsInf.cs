namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.IsInf"/>.</summary>
public sealed class IsInf : UnaryEvaluator<IR.Operators.IsInf>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.IsInf op, double x) => (double.IsPositiveInfinity(x) && op.Positive) || (double.IsNegativeInfinity(x) && op.Negative) ? 1 : 0;
}
