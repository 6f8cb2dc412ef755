namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.LogSoftmax"/>.</summary>
public sealed class LogSoftmax : AxisEvaluator<IR.Operators.LogSoftmax>
{
    /// <inheritdoc/>
    protected override double[] Line(IR.Operators.LogSoftmax op, double[] x)
    {
        double max = x.Max();
        double log = Math.Log(x.Sum(v => Math.Exp(v - max)));
        return [.. x.Select(v => v - max - log)];
    }
}
