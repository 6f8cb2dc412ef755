namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Softplus"/>.</summary>
public sealed class Softplus : UnaryEvaluator<IR.Operators.Softplus>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Softplus op, double x) => x > 30 ? x : Math.Log(1 + Math.Exp(x));
}
