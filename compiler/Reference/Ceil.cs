namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Ceil"/>.</summary>
public sealed class Ceil : UnaryEvaluator<IR.Operators.Ceil>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Ceil op, double x) => Math.Ceiling(x);
}
