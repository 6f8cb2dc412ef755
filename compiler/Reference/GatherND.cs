using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.GatherND"/>.</summary>
public sealed class GatherND : IEvaluator<IR.Operators.GatherND>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.GatherND op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var (x, indexes) = (inputs[0]!, inputs[1]!);
        int tuple = indexes.Shape[^1], lead = indexes.Shape.Rank - 1;
        long[] strides = x.Shape.Strides(), places = indexes.Shape.Strides();
        return [Movement.Select(x, outputs[0], i =>
        {
            long at = 0, from = 0;
            for (int k = 0; k < lead; k++) at += i.At[k] * places[k];
            for (int k = 0; k < op.BatchDims; k++) from += i.At[k] * strides[k];
            for (int k = 0; k < tuple; k++) from += Indexes.Resolve(indexes.AsLong((int)at + k), x.Shape[op.BatchDims + k]) * strides[op.BatchDims + k];
            for (int k = op.BatchDims + tuple; k < strides.Length; k++) from += i.At[lead + k - op.BatchDims - tuple] * strides[k];
            return from;
        })];
    }
}
