namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Clip"/>.</summary>
public sealed class Clip : ElementwiseEvaluator<IR.Operators.Clip>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Clip op, ReadOnlySpan<double> args) => Math.Min(Math.Max(args[0], args[1]), args[2]);

    /// <inheritdoc/>
    protected override Int128 Integer(IR.Operators.Clip op, ReadOnlySpan<Int128> args) => Int128.Min(Int128.Max(args[0], args[1]), args[2]);
}
