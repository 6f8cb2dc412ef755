namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Reciprocal"/>.</summary>
public sealed class Reciprocal : UnaryEvaluator<IR.Operators.Reciprocal>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Reciprocal op, double x) => 1 / x;
}
