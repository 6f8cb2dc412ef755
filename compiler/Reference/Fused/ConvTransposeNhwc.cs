using CompileModel.IR;

namespace CompileModel.Reference.Fused;

/// <summary>Evaluates <see cref="IR.Operators.Fused.ConvTransposeNhwc"/>.</summary>
public sealed class ConvTransposeNhwc : IEvaluator<IR.Operators.Fused.ConvTransposeNhwc>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.Fused.ConvTransposeNhwc op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var result = Nhwc.Channels1(outputs[0].Shape);
        double[] sum = Convolution.Transposed(Nhwc.ToNchw(inputs[0]!), Movement.Transpose(inputs[1]!, 2, 3, 0, 1), new Window(op.Kernel, op.Strides, op.Dilations, op.Pads), op.Groups, result);
        return [Epilogues.Finish(op, Nhwc.FromNchw(result, sum), inputs, outputs[0])];
    }
}
