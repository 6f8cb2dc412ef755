namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.LeakyRelu"/>.</summary>
public sealed class LeakyRelu : UnaryEvaluator<IR.Operators.LeakyRelu>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.LeakyRelu op, double x) => x >= 0 ? x : op.Alpha * x;
}
