namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.QuantizeToGrid"/>; the quotient is one of float32.</summary>
public sealed class QuantizeToGrid : ElementwiseEvaluator<IR.Operators.QuantizeToGrid>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.QuantizeToGrid op, ReadOnlySpan<double> args)
    {
        var (x, scale) = ((float)args[0], (float)args[1]);
        return Math.Clamp(Math.Round((double)(op.IsFactor ? x * scale : x / scale)) + op.Zero, op.Min, op.Max);
    }
}
