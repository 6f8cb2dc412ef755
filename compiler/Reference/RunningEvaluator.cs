using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates an operator whose elements are what those before them come to.</summary>
/// <typeparam name="TOperator">The operator.</typeparam>
public abstract class RunningEvaluator<TOperator> : IEvaluator<TOperator> where TOperator : RunningOperator
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(TOperator op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        double[] values = Numeric.Doubles(inputs[0]!);
        foreach (int[] line in Lines.Along(inputs[0]!.Shape, (int)inputs[1]!.AsLong(0)))
        {
            double total = op.Neutral();
            foreach (int i in op.Reverse ? line.Reverse() : line)
            {
                double next = Next(total, values[i]);
                values[i] = op.Exclusive ? total : next;
                total = next;
            }
        }
        return [Numeric.Pack(outputs[0], values)];
    }

    /// <summary>What one more element makes of a total.</summary>
    protected abstract double Next(double total, double value);
}
