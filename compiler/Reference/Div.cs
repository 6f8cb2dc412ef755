namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Div"/>.</summary>
public sealed class Div : BinaryEvaluator<IR.Operators.Div>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Div op, double a, double b) => a / b;

    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.Div op, Int128 a, Int128 b) => b == 0 ? 0 : a / b;
}
