using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Elementwise;

namespace CompileModel.Kernels.Resampling;

/// <summary>
/// Resize by tables made at compile time: for each axis that changes the input indexes (int32) and, unless each result takes one input, their weights.
/// Points outside of the input, of which crops may have some, take the value that extrapolates.
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
        var outside = x.Shape.ToArray().Select(_ => Array.Empty<bool>()).ToArray();
        for (int axis = 0; axis < x.Shape.Rank; axis++)
        {
            if (op.Sizes[axis] == x.Shape[axis] && op.Scales[axis] == 1 && op.Coordinates != CoordinateMode.TfCropAndResize) continue;
            var resample = ResampleAxis.Of(op, axis, x.Shape[axis]);
            outside[axis] = resample.Outside;
            int most = resample.Taps.Max(t => t.Length), size = resample.Taps.Length;
            axes.Add(axis);
            taps.Add(most);
            weighted |= resample.Outside.Contains(true) || resample.Weights.Any(w => w.Count(v => v != 0) != 1 || w.Sum() != 1);
            var (indexes, weights) = (new int[size * most], new float[size * most]);
            for (int i = 0; i < size; i++)
            {
                for (int t = 0; t < resample.Taps[i].Length; t++) (indexes[i * most + t], weights[i * most + t]) = (resample.Taps[i][t], resample.Outside[i] ? 0 : (float)resample.Weights[i][t]);
            }
            inputs.Add(plan.Constant(context.Hint($"taps{axis}"), Tensor.From<int>(ElementType.Int32, Shape.Of(size, most), indexes)));
            inputs.Add(plan.Constant(context.Hint($"weights{axis}"), Tensor.From<float>(ElementType.Float32, Shape.Of(size, most), weights)));
        }
        // Taps that all but one weigh nothing are still taps: a linear resize whose points fall on input points.
        weighted |= taps.Any(t => t != 1);
        if (weighted && !x.Element.IsFloat()) return null;
        if (!weighted) inputs = [.. inputs.Where((_, i) => i == 0 || i % 2 == 1)];
        var template = new ResizeTemplate(op.Mode, x.Element, [.. axes], [.. taps], weighted);
        if (op.Extrapolation == 0 || !outside.Any(o => o.Contains(true))) return plan.Call(template, inputs, plan.Output());

        // What lies outside of the input has taps without weight; the value that stands there is added.
        int[] sizes = [.. outside.Select(o => Math.Max(1, o.Length))];
        var border = Tensors.Make(x.Element, Shape.Of(sizes), i => IsOutside(i) ? op.Extrapolation : 0);
        var body = new Expression(2, [new Step(new Add(), [0, 1])]);
        if (ElementwiseTemplate.For(body, [x.Element, x.Element]) is not { } add) return null;
        var inside = plan.Temporary(context.Hint("inside"), context.OutputType());
        return plan.Call(template, inputs, inside).Call(add, [inside, plan.Constant(context.Hint("border"), border)], plan.Output());

        bool IsOutside(int index)
        {
            for (int axis = sizes.Length - 1; axis >= 0; index /= sizes[axis--])
                if (outside[axis].Length > 0 && outside[axis][index % sizes[axis]]) return true;
            return false;
        }
    }
}
