namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.CumSum"/>.</summary>
public sealed class CumSum : RunningEvaluator<IR.Operators.CumSum>
{
    /// <inheritdoc/>
    protected override double Next(double total, double value) => total + value;
}
