namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Erf"/>.</summary>
public sealed class Erf : UnaryEvaluator<IR.Operators.Erf>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Erf op, double x) => Special.Erf(x);
}
