namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Selu"/>.</summary>
public sealed class Selu : UnaryEvaluator<IR.Operators.Selu>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Selu op, double x) => x > 0 ? op.Gamma * x : op.Gamma * op.Alpha * (Math.Exp(x) - 1);
}
