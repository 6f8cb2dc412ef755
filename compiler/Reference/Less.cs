namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Less"/>.</summary>
public sealed class Less : BinaryEvaluator<IR.Operators.Less>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Less op, double a, double b) => a < b ? 1 : 0;

    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.Less op, Int128 a, Int128 b) => a < b ? 1 : 0;
}
