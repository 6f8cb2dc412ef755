using CompileModel.IR;

namespace CompileModel.Reference.Fused;

/// <summary>Evaluates <see cref="IR.Operators.Fused.MaxPoolNhwc"/>.</summary>
public sealed class MaxPoolNhwc : IEvaluator<IR.Operators.Fused.MaxPoolNhwc>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.Fused.MaxPoolNhwc op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var x = Nhwc.ToNchw(inputs[0]!);
        var result = Nhwc.Channels1(outputs[0].Shape);
        double[] values = Pooling.Run(Numeric.Doubles(x), x.Shape, new Window(op.Kernel, op.Strides, op.Dilations, op.Pads), result, Pooling.Max);
        return [Numeric.Pack(outputs[0], Nhwc.FromNchw(result, values))];
    }
}
