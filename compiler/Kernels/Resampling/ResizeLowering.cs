using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Kernels.Resampling;

/// <summary>
/// Resize by tables made at compile time: for each axis that changes the input indexes (int32) and, unless each result takes one input, their weights.
/// Extrapolation outside of the input is not compiled.
/// </summary>
public sealed class ResizeLowering : ILowering
{
    /// <inheritdoc/>
    public KernelPlan? TryLower(Node node, LoweringContext context)
    {
        if (node.Operator is not ResizeTo op) return null;
        var x = context.InputType(0);
        var plan = context.Plan();
        var inputs = new List<PlanValue> { plan.Input(0) };
        var (axes, taps) = (new List<int>(), new List<int>());
        bool weighted = false;
        for (int axis = 0; axis < x.Shape.Rank; axis++)
        {
            if (op.Sizes[axis] == x.Shape[axis] && op.Scales[axis] == 1 && op.Coordinates != CoordinateMode.TfCropAndResize) continue;
            var resample = ResampleAxis.Of(op, axis, x.Shape[axis]);
            if (resample.Outside.Contains(true)) return null;
            int most = resample.Taps.Max(t => t.Length), size = resample.Taps.Length;
            axes.Add(axis);
            taps.Add(most);
            weighted |= resample.Weights.Any(w => w.Count(v => v != 0) != 1 || w.Sum() != 1);
            var (indexes, weights) = (new int[size * most], new float[size * most]);
            for (int i = 0; i < size; i++)
            {
                for (int t = 0; t < resample.Taps[i].Length; t++) (indexes[i * most + t], weights[i * most + t]) = (resample.Taps[i][t], (float)resample.Weights[i][t]);
            }
            inputs.Add(plan.Constant(context.Hint($"taps{axis}"), Tensor.From<int>(ElementType.Int32, Shape.Of(size, most), indexes)));
            inputs.Add(plan.Constant(context.Hint($"weights{axis}"), Tensor.From<float>(ElementType.Float32, Shape.Of(size, most), weights)));
        }
        // Taps that all but one weigh nothing are still taps: a linear resize whose points fall on input points.
        weighted |= taps.Any(t => t != 1);
        if (weighted && !x.Element.IsFloat()) return null;
        if (!weighted) inputs = [.. inputs.Where((_, i) => i == 0 || i % 2 == 1)];
        return plan.Call(new ResizeTemplate(op.Mode, x.Element, [.. axes], [.. taps], weighted), inputs, plan.Output());
    }
}
