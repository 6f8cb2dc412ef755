namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Exp"/>.</summary>
public sealed class Exp : UnaryEvaluator<IR.Operators.Exp>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Exp op, double x) => Math.Exp(x);
}
