using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Concat"/>.</summary>
public sealed class Concat : IEvaluator<IR.Operators.Concat>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.Concat op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        int axis = InferenceContext.Axis(op.Axis, outputs[0].Shape.Rank), offset = 0;
        int size = outputs[0].Element.Size();
        long[] strides = outputs[0].Shape.Strides();
        var result = Tensor.Zeros(outputs[0].Element, outputs[0].Shape);
        foreach (var input in inputs)
        {
            for (var i = new NdIndex(input!.Shape); i.Valid; i.Next())
            {
                long to = i.Dot(strides) + offset * strides[axis];
                input.Bytes.Slice(i.Flat * size, size).CopyTo(result.Fill<byte>()[(int)(to * size)..]);
            }
            offset += input.Shape[axis];
        }
        return [result];
    }
}
