using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.IntegerConv"/>; doubles hold every sum.</summary>
public sealed class IntegerConv : IEvaluator<IR.Operators.IntegerConv>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.IntegerConv op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs) =>
        [Numeric.Pack(outputs[0], Convolution.Forward(Epilogues.Centered(inputs[0]!, op.InputZero), inputs[1]!, op.Window, op.Groups, outputs[0].Shape))];
}
