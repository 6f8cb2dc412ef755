namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Asin"/>.</summary>
public sealed class Asin : UnaryEvaluator<IR.Operators.Asin>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Asin op, double x) => Math.Asin(x);
}
