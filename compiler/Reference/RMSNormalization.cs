using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.RMSNormalization"/>.</summary>
public sealed class RMSNormalization : IEvaluator<IR.Operators.RMSNormalization>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.RMSNormalization op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var x = inputs[0]!;
        int axis = InferenceContext.Axis(op.Axis, x.Shape.Rank), size = x.Shape.ToArray()[axis..].Aggregate(1, (a, b) => a * b);
        double[] values = Numeric.Doubles(x);
        for (int i = 0; i < values.Length; i += size)
        {
            var part = values.AsSpan(i, size);
            double squares = 0;
            foreach (double v in part) squares += v * v;
            double inverse = 1 / Math.Sqrt(squares / size + op.Epsilon);
            foreach (ref double v in part) v *= inverse;
        }
        return [Numeric.Pack(outputs[0], Broadcasting.MultiplyAdd(values, x.Shape, inputs[1], null))];
    }
}
