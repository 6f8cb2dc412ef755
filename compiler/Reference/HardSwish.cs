namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.HardSwish"/>.</summary>
public sealed class HardSwish : UnaryEvaluator<IR.Operators.HardSwish>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.HardSwish op, double x) => x * Math.Clamp(x / 6 + 0.5, 0, 1);
}
