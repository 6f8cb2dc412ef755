namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Round"/>.</summary>
public sealed class Round : UnaryEvaluator<IR.Operators.Round>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Round op, double x) => Math.Round(x, MidpointRounding.ToEven);
}
