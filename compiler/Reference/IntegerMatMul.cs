using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.IntegerMatMul"/>; doubles hold every sum.</summary>
public sealed class IntegerMatMul : IEvaluator<IR.Operators.IntegerMatMul>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.IntegerMatMul op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        double[] sum = MatrixProduct.Multiply(Epilogues.Centered(inputs[0]!, op.InputZero), inputs[1]!, outputs[0].Shape);
        if (inputs.Count > 2 && inputs[2] is { } bias)
            for (int i = 0; i < sum.Length; i++) sum[i] += bias.AsDouble(i % bias.Count);
        return [Numeric.Pack(outputs[0], sum)];
    }
}
