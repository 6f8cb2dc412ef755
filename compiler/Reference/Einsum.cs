using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.Einsum"/>.</summary>
public sealed class Einsum : IEvaluator<IR.Operators.Einsum>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.Einsum op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var (operands, result, extents) = op.Parse([.. inputs.Select(t => t!.Shape)]);
        string names = result + new string([.. extents.Keys.Where(c => !result.Contains(c)).Order()]);
        double[][] data = [.. inputs.Select(t => Numeric.Doubles(t!))];
        long[][] strides = [.. inputs.Select((t, i) => Along(names, operands[i], t!.Shape))];
        double[] sums = new double[outputs[0].Shape.Count];
        int summed = names.Skip(result.Length).Aggregate(1, (count, c) => count * extents[c]);
        for (var i = new NdIndex([.. names.Select(c => extents[c])]); i.Valid; i.Next())
        {
            double product = 1;
            for (int k = 0; k < data.Length; k++) product *= data[k][i.Dot(strides[k])];
            sums[i.Flat / summed] += product;
        }
        return [Numeric.Pack(outputs[0], sums)];
    }

    private static long[] Along(string names, string operand, Shape shape)
    {
        long[] own = shape.Strides(), strides = new long[names.Length];
        for (int k = 0; k < operand.Length; k++)
            if (shape[k] > 1) strides[names.IndexOf(operand[k])] += own[k];
        return strides;
    }
}
