namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Mish"/>.</summary>
public sealed class Mish : UnaryEvaluator<IR.Operators.Mish>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Mish op, double x) => x * Math.Tanh(x > 30 ? x : Math.Log(1 + Math.Exp(x)));
}
