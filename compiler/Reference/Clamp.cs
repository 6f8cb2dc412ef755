namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Clamp"/>.</summary>
public sealed class Clamp : UnaryEvaluator<IR.Operators.Clamp>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Clamp op, double x) => Math.Min(Math.Max(x, op.Min), op.Max);
}
