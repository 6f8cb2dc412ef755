namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Binarizer"/>.</summary>
public sealed class Binarizer : UnaryEvaluator<IR.Operators.Binarizer>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Binarizer op, double x) => x > op.Threshold ? 1 : 0;
}
