namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Tanh"/>.</summary>
public sealed class Tanh : UnaryEvaluator<IR.Operators.Tanh>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Tanh op, double x) => Math.Tanh(x);
}
