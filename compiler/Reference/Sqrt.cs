namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Sqrt"/>.</summary>
public sealed class Sqrt : UnaryEvaluator<IR.Operators.Sqrt>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Sqrt op, double x) => Math.Sqrt(x);
}
