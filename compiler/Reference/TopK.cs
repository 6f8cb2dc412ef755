using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.TopK"/>.</summary>
public sealed class TopK : IEvaluator<IR.Operators.TopK>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.TopK op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var x = inputs[0]!;
        double[] data = Numeric.Doubles(x);
        var indexes = Tensor.Zeros(ElementType.Int64, outputs[0].Shape);
        var values = Tensor.Zeros(x.Element, outputs[0].Shape);
        int size = x.Element.Size();
        foreach (var (from, to) in Lines.Along(x.Shape, op.Axis).Zip(Lines.Along(outputs[0].Shape, op.Axis)))
        {
            // Order of equal elements: the lower index first.
            var order = op.Largest ? Enumerable.Range(0, from.Length).OrderByDescending(i => data[from[i]]) : Enumerable.Range(0, from.Length).OrderBy(i => data[from[i]]);
            foreach (var (index, place) in order.Zip(to))
            {
                indexes.Fill<long>()[place] = index;
                x.Bytes.Slice(from[index] * size, size).CopyTo(values.Fill<byte>()[(place * size)..]);
            }
        }
        return [values, indexes];
    }
}
