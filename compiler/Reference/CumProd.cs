using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.CumProd"/>.</summary>
public sealed class CumProd : IEvaluator<IR.Operators.CumProd>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.CumProd op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        double[] values = Numeric.Doubles(inputs[0]!);
        foreach (int[] line in Lines.Along(inputs[0]!.Shape, (int)inputs[1]!.AsLong(0)))
        {
            double product = 1;
            foreach (int i in op.Reverse ? line.Reverse() : line)
            {
                double value = values[i];
                values[i] = op.Exclusive ? product : product * value;
                product *= value;
            }
        }
        return [Numeric.Pack(outputs[0], values)];
    }
}
