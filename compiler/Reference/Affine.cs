namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Affine"/>.</summary>
public sealed class Affine : UnaryEvaluator<IR.Operators.Affine>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Affine op, double x) => (op.Alpha * x) + op.Beta;
}
