using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.InstanceNormalization"/>.</summary>
public sealed class InstanceNormalization : IEvaluator<IR.Operators.InstanceNormalization>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.InstanceNormalization op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var x = inputs[0]!;
        int channels = x.Shape[1], plane = channels == 0 ? 0 : x.Count / x.Shape[0] / channels;
        double[] values = Numeric.Doubles(x);
        for (int i = 0; i < values.Length; i += plane)
        {
            var part = values.AsSpan(i, plane);
            Statistics.Standardize(part, op.Epsilon);
            int c = i / plane % channels;
            foreach (ref double v in part) v = v * inputs[1]!.AsDouble(c) + inputs[2]!.AsDouble(c);
        }
        return [Numeric.Pack(outputs[0], values)];
    }
}
