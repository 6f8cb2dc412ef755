using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Gather"/>.</summary>
public sealed class Gather : IEvaluator<IR.Operators.Gather>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.Gather op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var (x, indexes) = (inputs[0]!, inputs[1]!);
        int axis = InferenceContext.Axis(op.Axis, x.Shape.Rank), rank = indexes.Shape.Rank, extent = x.Shape[axis];
        long[] strides = x.Shape.Strides(), places = indexes.Shape.Strides();
        return [Movement.Select(x, outputs[0], i =>
        {
            long at = 0, from = 0;
            for (int k = 0; k < axis; k++) from += i.At[k] * strides[k];
            for (int k = 0; k < rank; k++) at += i.At[axis + k] * places[k];
            for (int k = axis + 1; k < strides.Length; k++) from += i.At[k + rank - 1] * strides[k];
            return from + Indexes.Resolve(indexes.AsLong((int)at), extent) * strides[axis];
        })];
    }
}
