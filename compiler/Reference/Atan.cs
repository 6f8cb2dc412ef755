namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Atan"/>.</summary>
public sealed class Atan : UnaryEvaluator<IR.Operators.Atan>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Atan op, double x) => Math.Atan(x);
}
