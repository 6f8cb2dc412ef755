namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Equal"/>.</summary>
public sealed class Equal : BinaryEvaluator<IR.Operators.Equal>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Equal op, double a, double b) => a == b ? 1 : 0;

    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.Equal op, Int128 a, Int128 b) => a == b ? 1 : 0;
}
