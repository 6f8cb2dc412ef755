namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Or"/>.</summary>
public sealed class Or : BinaryEvaluator<IR.Operators.Or>
{
    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.Or op, Int128 a, Int128 b) => a | b;
}
