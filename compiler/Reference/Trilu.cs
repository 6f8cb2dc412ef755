using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Trilu"/>.</summary>
public sealed class Trilu : IEvaluator<IR.Operators.Trilu>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.Trilu op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        long k = inputs.Count > 1 && inputs[1] is { } diagonal ? diagonal.AsLong(0) : 0;
        return [Movement.Select(inputs[0]!, outputs[0], i => (op.Upper ? i.At[^1] - i.At[^2] >= k : i.At[^1] - i.At[^2] <= k) ? i.Flat : -1)];
    }
}
