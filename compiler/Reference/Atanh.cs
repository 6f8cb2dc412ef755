namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Atanh"/>.</summary>
public sealed class Atanh : UnaryEvaluator<IR.Operators.Atanh>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Atanh op, double x) => Math.Atanh(x);
}
