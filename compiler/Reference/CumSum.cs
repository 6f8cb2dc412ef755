using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.CumSum"/>.</summary>
public sealed class CumSum : IEvaluator<IR.Operators.CumSum>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.CumSum op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        double[] values = Numeric.Doubles(inputs[0]!);
        foreach (int[] line in Lines.Along(inputs[0]!.Shape, (int)inputs[1]!.AsLong(0)))
        {
            double sum = 0;
            foreach (int i in op.Reverse ? line.Reverse() : line)
            {
                double value = values[i];
                values[i] = op.Exclusive ? sum : sum + value;
                sum += value;
            }
        }
        return [Numeric.Pack(outputs[0], values)];
    }
}
