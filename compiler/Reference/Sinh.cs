namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Sinh"/>.</summary>
public sealed class Sinh : UnaryEvaluator<IR.Operators.Sinh>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Sinh op, double x) => Math.Sinh(x);
}
