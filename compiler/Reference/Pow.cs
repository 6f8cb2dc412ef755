namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Pow"/>.</summary>
public sealed class Pow : BinaryEvaluator<IR.Operators.Pow>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Pow op, double a, double b) => Math.Pow(a, b);

    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.Pow op, Int128 a, Int128 b)
    {
        if (b < 0) return a == 1 ? 1 : a == -1 ? (b % 2 == 0 ? 1 : -1) : 0;
        Int128 result = 1;
        for (Int128 i = 0; i < b && i < 128; i++) result = unchecked(result * a);
        return result;
    }
}
