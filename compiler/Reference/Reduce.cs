using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Reduce"/>.</summary>
public sealed class Reduce : IEvaluator<IR.Operators.Reduce>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.Reduce op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var x = inputs[0]!;
        var keep = Shape.Of(Enumerable.Range(0, x.Shape.Rank).Select(i => op.Axes.Contains(i) ? 1 : x.Shape[i]));
        int[]? map = Broadcasting.Map(keep, x.Shape);
        int results = (int)outputs[0].Shape.Count, count = results == 0 ? 0 : x.Count / results;
        if (!x.Element.IsFloat() && op.Kind is not (Reduction.L2 or Reduction.LogSum or Reduction.LogSumExp))
        {
            var sums = new Int128[results];
            var integers = Numeric.Integers(x);
            bool[] seen = new bool[results];
            Array.Fill(sums, op.Kind == Reduction.Prod ? 1 : 0);
            for (int i = 0; i < integers.Length; i++)
            {
                var (k, v) = (map is null ? i : map[i], integers[i]);
                sums[k] = op.Kind switch
                {
                    Reduction.Max => seen[k] ? Int128.Max(sums[k], v) : v,
                    Reduction.Min => seen[k] ? Int128.Min(sums[k], v) : v,
                    Reduction.Prod => unchecked(sums[k] * v),
                    Reduction.L1 => sums[k] + Int128.Abs(v),
                    Reduction.SumSquare => sums[k] + v * v,
                    _ => sums[k] + v,
                };
                seen[k] = true;
            }
            if (op.Kind == Reduction.Mean) for (int k = 0; k < results; k++) sums[k] /= count;
            return [Numeric.Pack(outputs[0], sums)];
        }

        double[] data = Numeric.Doubles(x), result = new double[results], largest = new double[results];
        Array.Fill(largest, double.NegativeInfinity);
        for (int i = 0; i < data.Length; i++) largest[map is null ? i : map[i]] = Math.Max(largest[map is null ? i : map[i]], data[i]);
        Array.Fill(result, op.Kind switch { Reduction.Prod => 1, Reduction.Max => double.NegativeInfinity, Reduction.Min => double.PositiveInfinity, _ => 0 });
        for (int i = 0; i < data.Length; i++)
        {
            var (k, v) = (map is null ? i : map[i], data[i]);
            result[k] = op.Kind switch
            {
                Reduction.Max => Math.Max(result[k], v),
                Reduction.Min => Math.Min(result[k], v),
                Reduction.Prod => result[k] * v,
                Reduction.L1 => result[k] + Math.Abs(v),
                Reduction.L2 or Reduction.SumSquare => result[k] + v * v,
                Reduction.LogSumExp => result[k] + (double.IsInfinity(largest[k]) ? Math.Exp(v) : Math.Exp(v - largest[k])),
                _ => result[k] + v,
            };
        }
        for (int k = 0; k < results; k++)
        {
            result[k] = op.Kind switch
            {
                Reduction.Mean => result[k] / count,
                Reduction.L2 => Math.Sqrt(result[k]),
                Reduction.LogSum => Math.Log(result[k]),
                Reduction.LogSumExp => Math.Log(result[k]) + (double.IsInfinity(largest[k]) ? 0 : largest[k]),
                _ => result[k],
            };
        }
        return [Numeric.Pack(outputs[0], result)];
    }
}
