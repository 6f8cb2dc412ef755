using CompileModel.IR;

namespace CompileModel.Reference.Fused;

/// <summary>Evaluates <see cref="IR.Operators.Fused.ConvNhwc"/>.</summary>
public sealed class ConvNhwc : IEvaluator<IR.Operators.Fused.ConvNhwc>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.Fused.ConvNhwc op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var result = Nhwc.Channels1(outputs[0].Shape);
        double[] sum = Convolution.Forward(Nhwc.ToNchw(Epilogues.Centered(inputs[0]!, op.InputZero)), Movement.Transpose(inputs[1]!, 3, 2, 0, 1), new Window(op.Kernel, op.Strides, op.Dilations, op.Pads), op.Groups, result);
        return [Epilogues.Finish(op, Nhwc.FromNchw(result, sum), inputs, outputs[0])];
    }
}
