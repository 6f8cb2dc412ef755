namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.LpNormalization"/>; a line of norm 0 stays 0.</summary>
public sealed class LpNormalization : AxisEvaluator<IR.Operators.LpNormalization>
{
    /// <inheritdoc/>
    protected override double[] Line(IR.Operators.LpNormalization op, double[] x)
    {
        double norm = op.P == 1 ? x.Sum(Math.Abs) : Math.Sqrt(x.Sum(v => v * v));
        return norm == 0 ? x : [.. x.Select(v => v / norm)];
    }
}
