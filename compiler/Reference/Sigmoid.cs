namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Sigmoid"/>.</summary>
public sealed class Sigmoid : UnaryEvaluator<IR.Operators.Sigmoid>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Sigmoid op, double x) => 1 / (1 + Math.Exp(-x));
}
