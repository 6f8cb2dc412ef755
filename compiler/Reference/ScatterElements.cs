using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.ScatterElements"/>.</summary>
public sealed class ScatterElements : IEvaluator<IR.Operators.ScatterElements>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.ScatterElements op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var (indexes, updates) = (inputs[1]!, inputs[2]!);
        int axis = InferenceContext.Axis(op.Axis, inputs[0]!.Shape.Rank), extent = inputs[0]!.Shape[axis];
        long[] strides = inputs[0]!.Shape.Strides();
        var result = new Scattering(inputs[0]!, updates, op.Reduction);
        for (var i = new NdIndex(updates.Shape); i.Valid; i.Next())
            result.Put((int)(i.Dot(strides) + (Indexes.Resolve(indexes.AsLong(i.Flat), extent) - i.At[axis]) * strides[axis]), i.Flat);
        return [result.Result];
    }
}
