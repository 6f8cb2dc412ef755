namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.BitwiseXor"/>.</summary>
public sealed class BitwiseXor : BinaryEvaluator<IR.Operators.BitwiseXor>
{
    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.BitwiseXor op, Int128 a, Int128 b) => a ^ b;
}
