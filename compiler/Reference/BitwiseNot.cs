namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.BitwiseNot"/>.</summary>
public sealed class BitwiseNot : UnaryEvaluator<IR.Operators.BitwiseNot>
{
    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.BitwiseNot op, Int128 x) => ~x;
}
