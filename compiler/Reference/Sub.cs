namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Sub"/>.</summary>
public sealed class Sub : BinaryEvaluator<IR.Operators.Sub>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Sub op, double a, double b) => a - b;

    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.Sub op, Int128 a, Int128 b) => a - b;
}
