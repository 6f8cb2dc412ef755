namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Where"/>.</summary>
public sealed class Where : ElementwiseEvaluator<IR.Operators.Where>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Where op, ReadOnlySpan<double> args) => args[0] != 0 ? args[1] : args[2];

    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.Where op, ReadOnlySpan<Int128> args) => args[0] != 0 ? args[1] : args[2];
}
