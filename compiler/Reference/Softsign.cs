namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Softsign"/>.</summary>
public sealed class Softsign : UnaryEvaluator<IR.Operators.Softsign>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Softsign op, double x) => x / (1 + Math.Abs(x));
}
