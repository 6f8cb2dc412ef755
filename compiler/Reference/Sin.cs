namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Sin"/>.</summary>
public sealed class Sin : UnaryEvaluator<IR.Operators.Sin>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Sin op, double x) => Math.Sin(x);
}
