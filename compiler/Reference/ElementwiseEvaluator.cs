using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates an elementwise operator: operands broadcast, computed as doubles when one of them is a float, else as integers.</summary>
/// <typeparam name="TOperator">The operator.</typeparam>
public abstract class ElementwiseEvaluator<TOperator> : IEvaluator<TOperator> where TOperator : ElementwiseOperator
{
    /// <inheritdoc/>
    public virtual Tensor[] Evaluate(TOperator op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var type = outputs[0];
        int count = checked((int)type.Shape.Count);
        int[]?[] maps = [.. inputs.Select(t => Broadcasting.Map(t!.Shape, type.Shape))];
        if (inputs.Any(t => t!.Element.IsFloat()))
        {
            double[][] data = [.. inputs.Select(t => Numeric.Doubles(t!))];
            double[] result = new double[count], args = new double[data.Length];
            for (int i = 0; i < count; i++)
            {
                for (int k = 0; k < args.Length; k++) args[k] = data[k][maps[k] is { } map ? map[i] : i];
                result[i] = Float(op, args);
            }
            return [Numeric.Pack(type, result)];
        }
        else
        {
            Int128[][] data = [.. inputs.Select(t => Numeric.Integers(t!))];
            Int128[] result = new Int128[count], args = new Int128[data.Length];
            for (int i = 0; i < count; i++)
            {
                for (int k = 0; k < args.Length; k++) args[k] = data[k][maps[k] is { } map ? map[i] : i];
                result[i] = Integer(op, args);
            }
            return [Numeric.Pack(type, result)];
        }
    }

    /// <summary>One result from floats; integer operands of mixed types are converted.</summary>
    protected virtual double Float(TOperator op, ReadOnlySpan<double> args) => throw new NotSupportedException($"{op.Name} of floats");

    /// <summary>One result from integers or bools.</summary>
    protected virtual Int128 Integer(TOperator op, ReadOnlySpan<Int128> args) => throw new NotSupportedException($"{op.Name} of integers");
}
