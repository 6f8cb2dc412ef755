using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Compress"/>.</summary>
public sealed class Compress : IEvaluator<IR.Operators.Compress>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.Compress op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var (x, result) = (inputs[0]!, Tensor.Zeros(outputs[0].Element, outputs[0].Shape));
        int axis = op.Axis is { } a ? InferenceContext.Axis(a, x.Shape.Rank) : 0, size = x.Element.Size();
        int extent = op.Axis is null ? x.Count : x.Shape[axis];
        long inner = op.Axis is null ? 1 : x.Shape.Strides()[axis];
        long[] condition = inputs[1]!.ToLongs();
        int to = 0;
        for (int i = 0; i < x.Count; i++)
        {
            long at = i / inner % extent;
            if (at >= condition.Length || condition[at] == 0) continue;
            x.Bytes.Slice(i * size, size).CopyTo(result.Fill<byte>()[(to++ * size)..]);
        }
        return [result];
    }
}
