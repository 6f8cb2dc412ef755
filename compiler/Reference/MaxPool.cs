using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.MaxPool"/>.</summary>
public sealed class MaxPool : IEvaluator<IR.Operators.MaxPool>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.MaxPool op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var x = inputs[0]!;
        double[] data = Numeric.Doubles(x);
        var window = op.Window(x.Shape);
        var results = new List<Tensor> { Numeric.Pack(outputs[0], Pooling.Run(data, x.Shape, window, outputs[0].Shape, Pooling.Max)) };
        if (outputs.Count == 1) return [.. results];

        int[] extents = x.Shape.ToArray()[2..];
        int plane = extents.Aggregate(1, (a, b) => a * b);
        double[] places = Pooling.Run(data, x.Shape, window, outputs[0].Shape, (taps, values, _) =>
        {
            int best = taps.Aggregate((a, b) => values.Span[b] > values.Span[a] ? b : a);
            return op.ColumnMajor ? ColumnMajor(best, extents) : best;
        });
        int count = places.Length / (x.Shape[0] * x.Shape[1]);
        for (int i = 0; i < places.Length; i++) places[i] += (double)(i / count) * plane;
        results.Add(Numeric.Pack(outputs[1], places));
        return [.. results];
    }

    private static int ColumnMajor(int rowMajor, int[] extents)
    {
        int result = 0, step = 1;
        int[] at = new int[extents.Length];
        for (int i = extents.Length - 1; i >= 0; rowMajor /= extents[i--]) at[i] = rowMajor % extents[i];
        for (int i = 0; i < extents.Length; step *= extents[i++]) result += at[i] * step;
        return result;
    }
}
