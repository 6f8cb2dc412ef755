using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Unique"/>.</summary>
public sealed class Unique : IEvaluator<IR.Operators.Unique>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.Unique op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var x = inputs[0]!;
        double[][] slices = op.Slices(x);
        int[] first = op.First(x), distinct = [.. first.Distinct()];
        if (op.Sorted) Array.Sort(distinct, (a, b) => slices[a].Zip(slices[b], (u, v) => u.CompareTo(v)).FirstOrDefault(c => c != 0));
        var values = Tensor.Zeros(x.Element, outputs[0].Shape);
        int axis = op.Axis is { } given ? InferenceContext.Axis(given, x.Shape.Rank) : 0, size = x.Element.Size();
        long inner = op.Axis is null ? 1 : x.Shape.Strides()[axis];
        for (int i = 0; i < values.Count; i++)
        {
            long line = i / inner, from = (line / distinct.Length * slices.Length + distinct[line % distinct.Length]) * inner + i % inner;
            x.Bytes.Slice((int)from * size, size).CopyTo(values.Fill<byte>()[(i * size)..]);
        }
        Tensor Longs(IEnumerable<int> numbers) => Tensor.OfInts([.. numbers.Select(n => (long)n)]);
        Tensor[] all = [values, Longs(distinct), Longs(first.Select(i => Array.IndexOf(distinct, i))), Longs(distinct.Select(d => first.Count(i => i == d)))];
        return [.. all.Take(outputs.Count)];
    }
}
