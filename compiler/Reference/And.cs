namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.And"/>.</summary>
public sealed class And : BinaryEvaluator<IR.Operators.And>
{
    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.And op, Int128 a, Int128 b) => a & b;
}
