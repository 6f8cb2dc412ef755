using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.AveragePool"/>.</summary>
public sealed class AveragePool : IEvaluator<IR.Operators.AveragePool>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.AveragePool op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var x = inputs[0]!;
        var window = op.Window(x.Shape);
        int[] extents = x.Shape.ToArray()[2..];
        return [Numeric.Pack(outputs[0], Pooling.Run(Numeric.Doubles(x), x.Shape, window, outputs[0].Shape,
            (taps, plane, place) => Pooling.Sum(taps, plane) / (op.CountIncludePad ? Pooling.PaddedTaps(window, place, extents, window.Pads) : taps.Count)))];
    }
}
