namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.BitwiseAnd"/>.</summary>
public sealed class BitwiseAnd : BinaryEvaluator<IR.Operators.BitwiseAnd>
{
    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.BitwiseAnd op, Int128 a, Int128 b) => a & b;
}
