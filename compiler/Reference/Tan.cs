namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Tan"/>.</summary>
public sealed class Tan : UnaryEvaluator<IR.Operators.Tan>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Tan op, double x) => Math.Tan(x);
}
