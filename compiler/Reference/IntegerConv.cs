using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.IntegerConv"/>; doubles hold every sum.</summary>
public sealed class IntegerConv : IEvaluator<IR.Operators.IntegerConv>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.IntegerConv op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        double[] sum = Convolution.Forward(Epilogues.Centered(inputs[0]!, op.InputZero), inputs[1]!, op.Window, op.Groups, outputs[0].Shape);
        return [Numeric.Pack(outputs[0], inputs.Count > 2 && inputs[2] is { } bias ? Convolution.AddBias(sum, outputs[0].Shape, bias) : sum)];
    }
}
