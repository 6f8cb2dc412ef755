using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.GatherElements"/>.</summary>
public sealed class GatherElements : IEvaluator<IR.Operators.GatherElements>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.GatherElements op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var (x, indexes) = (inputs[0]!, inputs[1]!);
        int axis = InferenceContext.Axis(op.Axis, x.Shape.Rank);
        long[] strides = x.Shape.Strides();
        return [Movement.Select(x, outputs[0], i => i.Dot(strides) + (Indexes.Resolve(indexes.AsLong(i.Flat), x.Shape[axis]) - i.At[axis]) * strides[axis])];
    }
}
