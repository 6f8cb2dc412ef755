namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Celu"/>.</summary>
public sealed class Celu : UnaryEvaluator<IR.Operators.Celu>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Celu op, double x) => Math.Max(0, x) + Math.Min(0, op.Alpha * (Math.Exp(x / op.Alpha) - 1));
}
