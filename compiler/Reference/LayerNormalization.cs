using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.LayerNormalization"/>.</summary>
public sealed class LayerNormalization : IEvaluator<IR.Operators.LayerNormalization>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.LayerNormalization op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var x = inputs[0]!;
        int axis = InferenceContext.Axis(op.Axis, x.Shape.Rank), size = x.Shape.ToArray()[axis..].Aggregate(1, (a, b) => a * b);
        double[] values = Numeric.Doubles(x);
        var means = new List<double>();
        var deviations = new List<double>();
        for (int i = 0; i < values.Length; i += size)
        {
            var (mean, inverse) = Statistics.Standardize(values.AsSpan(i, size), op.Epsilon);
            means.Add(mean);
            deviations.Add(inverse);
        }
        values = Broadcasting.MultiplyAdd(values, x.Shape, inputs[1], inputs.Count > 2 ? inputs[2] : null);
        Tensor[] results = [Numeric.Pack(outputs[0], values), .. outputs.Skip(1).Take(1).Select(t => Numeric.Pack(t, [.. means])), .. outputs.Skip(2).Select(t => Numeric.Pack(t, [.. deviations]))];
        return results;
    }
}
