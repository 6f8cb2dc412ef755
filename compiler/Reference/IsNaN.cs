namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.IsNaN"/>.</summary>
public sealed class IsNaN : UnaryEvaluator<IR.Operators.IsNaN>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.IsNaN op, double x) => double.IsNaN(x) ? 1 : 0;
}
