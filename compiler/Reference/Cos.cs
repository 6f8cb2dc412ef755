namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Cos"/>.</summary>
public sealed class Cos : UnaryEvaluator<IR.Operators.Cos>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Cos op, double x) => Math.Cos(x);
}
