namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.FlipSign"/>.</summary>
public sealed class FlipSign : UnaryEvaluator<IR.Operators.FlipSign>
{
    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.FlipSign op, Int128 x) => x ^ 0x80;
}
