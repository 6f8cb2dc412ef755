namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Asinh"/>.</summary>
public sealed class Asinh : UnaryEvaluator<IR.Operators.Asinh>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Asinh op, double x) => Math.Asinh(x);
}
