using CompileModel.IR;

namespace CompileModel.Reference.Fused;

/// <summary>Evaluates <see cref="IR.Operators.Fused.AveragePoolNhwc"/>.</summary>
public sealed class AveragePoolNhwc : IEvaluator<IR.Operators.Fused.AveragePoolNhwc>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.Fused.AveragePoolNhwc op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var x = Nhwc.ToNchw(inputs[0]!);
        var result = Nhwc.Channels1(outputs[0].Shape);
        var window = new Window(op.Kernel, op.Strides, op.Dilations, op.Pads);
        int[] extents = [x.Shape[2], x.Shape[3]];
        double[] values = Pooling.Run(Numeric.Doubles(x), x.Shape, window, result,
            (taps, plane, place) => Pooling.Sum(taps, plane) / (op.CountIncludePad ? Pooling.PaddedTaps(window, place, extents, op.Pads) : taps.Count));
        return [Numeric.Pack(outputs[0], Nhwc.FromNchw(result, values))];
    }
}
