namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Mod"/>.</summary>
public sealed class Mod : BinaryEvaluator<IR.Operators.Mod>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Mod op, double a, double b) => a % b;

    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.Mod op, Int128 a, Int128 b)
    {
        if (b == 0) return 0;
        var r = a % b;
        return op.Fmod || r == 0 || (r < 0) == (b < 0) ? r : r + b;
    }
}
