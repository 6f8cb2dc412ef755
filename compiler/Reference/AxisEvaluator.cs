using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates an operator on every line along one axis.</summary>
/// <typeparam name="TOperator">The operator.</typeparam>
public abstract class AxisEvaluator<TOperator> : IEvaluator<TOperator> where TOperator : AxisOperator
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(TOperator op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        double[] values = Numeric.Doubles(inputs[0]!);
        foreach (var line in Lines.Along(inputs[0]!.Shape, op.Axis))
        {
            double[] result = Line(op, [.. line.Select(i => values[i])]);
            for (int i = 0; i < line.Length; i++) values[line[i]] = result[i];
        }
        return [Numeric.Pack(outputs[0], values)];
    }

    /// <summary>The results for one line.</summary>
    protected abstract double[] Line(TOperator op, double[] x);
}
