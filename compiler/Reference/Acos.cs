namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Acos"/>.</summary>
public sealed class Acos : UnaryEvaluator<IR.Operators.Acos>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Acos op, double x) => Math.Acos(x);
}
