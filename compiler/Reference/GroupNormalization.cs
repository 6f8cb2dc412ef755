using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.GroupNormalization"/>.</summary>
public sealed class GroupNormalization : IEvaluator<IR.Operators.GroupNormalization>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.GroupNormalization op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var x = inputs[0]!;
        int channels = x.Shape[1], plane = x.Count / x.Shape[0] / channels, size = channels / op.Groups * plane;
        double[] values = Numeric.Doubles(x);
        for (int i = 0; i < values.Length; i += size) Statistics.Standardize(values.AsSpan(i, size), op.Epsilon);
        for (int i = 0; i < values.Length; i++)
        {
            int c = i / plane % channels, k = op.PerGroup ? c / (channels / op.Groups) : c;
            values[i] = values[i] * inputs[1]!.AsDouble(k) + inputs[2]!.AsDouble(k);
        }
        return [Numeric.Pack(outputs[0], values)];
    }
}
