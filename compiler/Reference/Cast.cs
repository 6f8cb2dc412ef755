namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Cast"/>.</summary>
public sealed class Cast : UnaryEvaluator<IR.Operators.Cast>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Cast op, double x) => x;

    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.Cast op, Int128 x) => op.To == IR.ElementType.Bool && x != 0 ? 1 : x;
}
