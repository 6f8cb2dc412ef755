namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Softmax"/>.</summary>
public sealed class Softmax : AxisEvaluator<IR.Operators.Softmax>
{
    /// <inheritdoc/>
    protected override double[] Line(IR.Operators.Softmax op, double[] x)
    {
        double max = x.Max();
        double sum = x.Sum(v => Math.Exp(v - max));
        return [.. x.Select(v => Math.Exp(v - max) / sum)];
    }
}
