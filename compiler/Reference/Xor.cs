namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Xor"/>.</summary>
public sealed class Xor : BinaryEvaluator<IR.Operators.Xor>
{
    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.Xor op, Int128 a, Int128 b) => a ^ b;
}
