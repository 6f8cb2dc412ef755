using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.BroadcastTo"/>.</summary>
public sealed class BroadcastTo : IEvaluator<IR.Operators.BroadcastTo>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.BroadcastTo op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        long[] strides = Broadcasting.Strides(inputs[0]!.Shape, outputs[0].Shape);
        return [Movement.Select(inputs[0]!, outputs[0], i => i.Dot(strides))];
    }
}
