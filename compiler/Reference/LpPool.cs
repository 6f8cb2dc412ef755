using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.LpPool"/>.</summary>
public sealed class LpPool : IEvaluator<IR.Operators.LpPool>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.LpPool op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var x = inputs[0]!;
        return [Numeric.Pack(outputs[0], Pooling.Run(Numeric.Doubles(x), x.Shape, op.Window(x.Shape), outputs[0].Shape,
            (taps, plane, _) => Math.Pow(taps.Sum(t => Math.Pow(Math.Abs(plane.Span[t]), op.P)), 1.0 / op.P)))];
    }
}
