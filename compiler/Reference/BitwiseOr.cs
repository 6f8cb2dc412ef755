namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.BitwiseOr"/>.</summary>
public sealed class BitwiseOr : BinaryEvaluator<IR.Operators.BitwiseOr>
{
    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.BitwiseOr op, Int128 a, Int128 b) => a | b;
}
