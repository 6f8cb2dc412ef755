namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.BitShift"/>.</summary>
public sealed class BitShift : BinaryEvaluator<IR.Operators.BitShift>
{
    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.BitShift op, Int128 a, Int128 b) => b > 63 ? 0 : op.Left ? a << (int)b : a >> (int)b;
}
