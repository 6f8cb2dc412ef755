namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Hardmax"/>.</summary>
public sealed class Hardmax : AxisEvaluator<IR.Operators.Hardmax>
{
    /// <inheritdoc/>
    protected override double[] Line(IR.Operators.Hardmax op, double[] x)
    {
        double[] result = new double[x.Length];
        result[Array.IndexOf(x, x.Max())] = 1;
        return result;
    }
}
