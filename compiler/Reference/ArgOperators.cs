using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.ArgMax"/> and <see cref="IR.Operators.ArgMin"/>.</summary>
public sealed class ArgOperators : IEvaluator<ArgOperator>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(ArgOperator op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        double[] values = Numeric.Doubles(inputs[0]!);
        int sign = op is IR.Operators.ArgMax ? 1 : -1;
        var found = new List<Int128>();
        foreach (int[] line in Lines.Along(inputs[0]!.Shape, op.Axis))
        {
            int best = 0;
            for (int i = 1; i < line.Length; i++)
            {
                int order = sign * values[line[i]].CompareTo(values[line[best]]);
                if (order > 0 || (order == 0 && op.SelectLast)) best = i;
            }
            found.Add(best);
        }
        return [Numeric.Pack(outputs[0], [.. found])];
    }
}
