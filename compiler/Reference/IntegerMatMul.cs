using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.IntegerMatMul"/>; doubles hold every sum.</summary>
public sealed class IntegerMatMul : IEvaluator<IR.Operators.IntegerMatMul>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.IntegerMatMul op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs) =>
        [Numeric.Pack(outputs[0], MatrixProduct.Multiply(Epilogues.Centered(inputs[0]!, op.InputZero), inputs[1]!, outputs[0].Shape))];
}
