namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Swish"/>.</summary>
public sealed class Swish : UnaryEvaluator<IR.Operators.Swish>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Swish op, double x) => x / (1 + Math.Exp(-op.Alpha * x));
}
