namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Acosh"/>.</summary>
public sealed class Acosh : UnaryEvaluator<IR.Operators.Acosh>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Acosh op, double x) => Math.Acosh(x);
}
