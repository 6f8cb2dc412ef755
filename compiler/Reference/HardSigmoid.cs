namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.HardSigmoid"/>.</summary>
public sealed class HardSigmoid : UnaryEvaluator<IR.Operators.HardSigmoid>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.HardSigmoid op, double x) => Math.Clamp(op.Alpha * x + op.Beta, 0, 1);
}
