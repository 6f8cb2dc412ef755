using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.GlobalLpPool"/>.</summary>
public sealed class GlobalLpPool : IEvaluator<IR.Operators.GlobalLpPool>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.GlobalLpPool op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        double[] data = Numeric.Doubles(inputs[0]!), result = new double[outputs[0].Shape.Count];
        int plane = data.Length / result.Length;
        for (int i = 0; i < data.Length; i++) result[i / plane] += Math.Pow(Math.Abs(data[i]), op.P);
        return [Numeric.Pack(outputs[0], [.. result.Select(s => Math.Pow(s, 1.0 / op.P))])];
    }
}
