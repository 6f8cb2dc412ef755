using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.MeanVarianceNormalization"/>.</summary>
public sealed class MeanVarianceNormalization : IEvaluator<IR.Operators.MeanVarianceNormalization>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.MeanVarianceNormalization op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        // (x - E[x]) / (sqrt(E[x^2] - E[x]^2) + 1e-9): the epsilon of the function body of the specification.
        var x = inputs[0]!;
        int[] axes = [.. op.Axes.Select(a => InferenceContext.Axis(a, x.Shape.Rank))];
        var keep = Shape.Of(Enumerable.Range(0, x.Shape.Rank).Select(i => axes.Contains(i) ? 1 : x.Shape[i]));
        int[] map = Broadcasting.Map(keep, x.Shape) ?? [.. Enumerable.Range(0, x.Count)];
        double[] values = Numeric.Doubles(x), mean = new double[keep.Count], variance = new double[keep.Count];
        int count = x.Count / mean.Length;
        for (int i = 0; i < values.Length; i++) mean[map[i]] += values[i] / count;
        for (int i = 0; i < values.Length; i++) variance[map[i]] += (values[i] - mean[map[i]]) * (values[i] - mean[map[i]]) / count;
        for (int i = 0; i < values.Length; i++) values[i] = (values[i] - mean[map[i]]) / (Math.Sqrt(variance[map[i]]) + 1e-9);
        return [Numeric.Pack(outputs[0], values)];
    }
}
