namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Log"/>.</summary>
public sealed class Log : UnaryEvaluator<IR.Operators.Log>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Log op, double x) => Math.Log(x);
}
