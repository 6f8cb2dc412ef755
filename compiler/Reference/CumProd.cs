namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.CumProd"/>.</summary>
public sealed class CumProd : RunningEvaluator<IR.Operators.CumProd>
{
    /// <inheritdoc/>
    protected override double Next(double total, double value) => total * value;
}
