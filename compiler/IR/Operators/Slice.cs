namespace CompileModel.IR.Operators;

/// <summary>A part of operand 0 by starts, ends, axes and steps (operands 1 to 4). https://onnx.ai/onnx/operators/onnx__Slice.html</summary>
public sealed record Slice : ImportedForm
{
    /// <inheritdoc/>
    public override Operator Canonical(InferenceContext context)
    {
        var x = context[0].Shape;
        long[] starts = context.RequireConstant(1, "the starts").ToLongs(), ends = context.RequireConstant(2, "the ends").ToLongs();
        int[] axes = context.Has(3) ? [.. context.RequireConstant(3, "the axes").ToLongs().Select(a => InferenceContext.Axis(a, x.Rank))] : [.. Enumerable.Range(0, starts.Length)];
        long[] steps = context.Has(4) ? context.RequireConstant(4, "the steps").ToLongs() : [.. Enumerable.Repeat(1L, starts.Length)];
        InferenceContext.Check(ends.Length == starts.Length && axes.Length == starts.Length && steps.Length == starts.Length && starts.Length <= x.Rank,
            $"{starts.Length} starts, {ends.Length} ends, {axes.Length} axes, {steps.Length} steps do not fit {x}");
        int[] begin = new int[x.Rank], step = [.. Enumerable.Repeat(1, x.Rank)], size = x.ToArray();
        for (int i = 0; i < axes.Length; i++)
        {
            long extent = x[axes[i]], by = steps[i];
            InferenceContext.Check(by != 0, "a step is 0");
            // Ends and starts clamp to the axis; going backwards they clamp to one element less, -1 standing for "through element 0".
            long low = by > 0 ? 0 : -1, high = by > 0 ? extent : extent - 1;
            long from = Math.Clamp(starts[i] < 0 ? starts[i] + extent : starts[i], by > 0 ? 0 : Math.Min(0, high), high);
            long to = Math.Clamp(ends[i] < 0 ? Math.Max(ends[i], -extent - 1) + extent : ends[i], low, high);
            long count = by > 0 ? (to - from + by - 1) / by : (from - to - by - 1) / -by;
            (begin[axes[i]], step[axes[i]], size[axes[i]]) = ((int)from, (int)Math.Clamp(by, -extent - 1, extent + 1), (int)Math.Max(0, count));
        }
        return new SliceStatic([.. begin], [.. step], [.. size]);
    }
}
