namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Add"/>.</summary>
public sealed class Add : BinaryEvaluator<IR.Operators.Add>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Add op, double a, double b) => a + b;

    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.Add op, Int128 a, Int128 b) => a + b;
}
