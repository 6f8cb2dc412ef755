using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.OneHot"/>.</summary>
public sealed class OneHot : IEvaluator<IR.Operators.OneHot>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.OneHot op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var x = inputs[0]!;
        int axis = InferenceContext.Axis(op.Axis, x.Shape.Rank + 1), depth = outputs[0].Shape[axis];
        int inner = x.Shape.ToArray()[axis..].Aggregate(1, (a, b) => a * b);
        return [Movement.Select(inputs[2]!, outputs[0], i =>
        {
            long index = x.AsLong(i.Flat / (inner * depth) * inner + i.Flat % inner);
            return (index < 0 ? index + depth : index) == i.At[axis] ? 1 : 0;
        })];
    }
}
