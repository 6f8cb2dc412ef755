namespace CompileModel.IR.Operators;

/// <summary>Operand 0 with a border: pads (operand 1), value (operand 2), axes (operand 3). Negative pads crop. https://onnx.ai/onnx/operators/onnx__Pad.html</summary>
/// <param name="Mode">What the border holds.</param>
public sealed record Pad(PadMode Mode) : ImportedForm
{
    /// <inheritdoc/>
    public override Operator Canonical(InferenceContext context)
    {
        var x = context[0].Shape;
        long[] pads = context.RequireConstant(1, "the pads").ToLongs();
        int[] axes = context.Has(3) ? [.. context.RequireConstant(3, "the axes").ToLongs().Select(a => InferenceContext.Axis(a, x.Rank))] : [.. Enumerable.Range(0, x.Rank)];
        InferenceContext.Check(pads.Length == 2 * axes.Length, $"{pads.Length} pads do not fit {axes.Length} axes");
        int[] begins = new int[x.Rank], ends = new int[x.Rank];
        for (int i = 0; i < axes.Length; i++) (begins[axes[i]], ends[axes[i]]) = (checked((int)pads[i]), checked((int)pads[axes.Length + i]));
        if (begins.Concat(ends).All(p => p <= 0))
            return new SliceStatic([.. begins.Select(p => -p)], [.. begins.Select(_ => 1)], [.. Enumerable.Range(0, x.Rank).Select(i => x[i] + begins[i] + ends[i])]);
        float value = context.Has(2) && Mode == PadMode.Constant ? (float)context.RequireConstant(2, "the value of the border").AsDouble(0) : 0;
        return new PadStatic([.. begins], [.. ends], Mode, value);
    }
}
