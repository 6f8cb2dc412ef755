namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Gelu"/>.</summary>
public sealed class Gelu : UnaryEvaluator<IR.Operators.Gelu>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Gelu op, double x) => op.Tanh
        ? 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)))
        : 0.5 * x * (1 + Special.Erf(x / Math.Sqrt(2)));
}
