namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Floor"/>.</summary>
public sealed class Floor : UnaryEvaluator<IR.Operators.Floor>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Floor op, double x) => Math.Floor(x);
}
