namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.ThresholdedRelu"/>.</summary>
public sealed class ThresholdedRelu : UnaryEvaluator<IR.Operators.ThresholdedRelu>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.ThresholdedRelu op, double x) => x > op.Alpha ? x : 0;
}
