namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Not"/>.</summary>
public sealed class Not : UnaryEvaluator<IR.Operators.Not>
{
    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.Not op, Int128 x) => x ^ 1;
}
