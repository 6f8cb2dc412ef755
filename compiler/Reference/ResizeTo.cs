using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Evaluates <see cref="IR.Operators.ResizeTo"/>.</summary>
public sealed class ResizeTo : IEvaluator<IR.Operators.ResizeTo>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(IR.Operators.ResizeTo op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        var x = inputs[0]!;
        double[] values = Numeric.Doubles(x);
        int[] dims = x.Shape.ToArray();
        var plans = dims.Select((d, axis) => ResampleAxis.Of(op, axis, d)).ToArray();
        // One axis after the other; each step sees the axes before it in their new size.
        for (int axis = 0; axis < dims.Length; axis++)
        {
            if (dims[axis] == op.Sizes[axis] && op.Scales[axis] == 1 && op.Coordinates != IR.Operators.CoordinateMode.TfCropAndResize) continue;
            int inner = dims[(axis + 1)..].Aggregate(1, (a, b) => a * b), outer = dims[..axis].Aggregate(1, (a, b) => a * b);
            int from = dims[axis], to = op.Sizes[axis];
            double[] next = new double[outer * to * inner];
            for (int o = 0; o < outer; o++)
                for (int i = 0; i < to; i++)
                    for (int tap = 0; tap < plans[axis].Taps[i].Length; tap++)
                        for (int k = 0; k < inner; k++)
                            next[(o * to + i) * inner + k] += plans[axis].Weights[i][tap] * values[(o * from + plans[axis].Taps[i][tap]) * inner + k];
            (values, dims[axis]) = (next, to);
        }
        for (var i = new NdIndex(outputs[0].Shape); i.Valid; i.Next())
            if (plans.Where((p, axis) => p.Outside[i.At[axis]]).Any()) values[i.Flat] = op.Extrapolation;
        return [Numeric.Pack(outputs[0], values)];
    }
}
