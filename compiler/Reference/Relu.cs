namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Relu"/>.</summary>
public sealed class Relu : UnaryEvaluator<IR.Operators.Relu>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Relu op, double x) => x < 0 ? 0 : x;

    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.Relu op, Int128 x) => Int128.Max(x, 0);
}
