using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.BatchNormalization"/>.</summary>
public sealed class BatchNormalization : IEvaluator<IR.Operators.BatchNormalization>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.BatchNormalization op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var x = inputs[0]!;
        double[] values = Numeric.Doubles(x), scale = Numeric.Doubles(inputs[1]!), bias = Numeric.Doubles(inputs[2]!), mean = Numeric.Doubles(inputs[3]!), variance = Numeric.Doubles(inputs[4]!);
        int plane = x.Shape.ToArray().Skip(2).Aggregate(1, (a, b) => a * b);
        for (int i = 0; i < values.Length; i++)
        {
            int c = i / plane % scale.Length;
            values[i] = (values[i] - mean[c]) / Math.Sqrt(variance[c] + op.Epsilon) * scale[c] + bias[c];
        }
        return [Numeric.Pack(outputs[0], values)];
    }
}
