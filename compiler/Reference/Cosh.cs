namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Cosh"/>.</summary>
public sealed class Cosh : UnaryEvaluator<IR.Operators.Cosh>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Cosh op, double x) => Math.Cosh(x);
}
