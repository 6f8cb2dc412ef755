namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Elu"/>.</summary>
public sealed class Elu : UnaryEvaluator<IR.Operators.Elu>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Elu op, double x) => x >= 0 ? x : op.Alpha * (Math.Exp(x) - 1);
}
