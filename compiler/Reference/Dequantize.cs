namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Dequantize"/>; the product is one of float32.</summary>
public sealed class Dequantize : ElementwiseEvaluator<IR.Operators.Dequantize>
{
    /// <inheritdoc/>
    protected override double Float(IR.Operators.Dequantize op, ReadOnlySpan<double> args) => (float)(args[0] - op.Zero) * (float)args[1];
}
