using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.LRN"/>.</summary>
public sealed class LRN : IEvaluator<IR.Operators.LRN>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.LRN op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var x = inputs[0]!;
        double[] values = Numeric.Doubles(x), result = new double[values.Length];
        int channels = x.Shape[1], plane = x.Count / x.Shape[0] / channels;
        for (int i = 0; i < values.Length; i++)
        {
            int c = i / plane % channels, first = Math.Max(0, c - (op.Size - 1) / 2), last = Math.Min(channels - 1, c + op.Size / 2);
            double squares = 0;
            for (int k = first; k <= last; k++) squares += values[i + (k - c) * plane] * values[i + (k - c) * plane];
            result[i] = values[i] / Math.Pow(op.Bias + op.Alpha / op.Size * squares, op.Beta);
        }
        return [Numeric.Pack(outputs[0], result)];
    }
}
