namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Max"/>.</summary>
public sealed class Max : BinaryEvaluator<IR.Operators.Max>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Max op, double a, double b) => Math.Max(a, b);

    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.Max op, Int128 a, Int128 b) => Int128.Max(a, b);
}
