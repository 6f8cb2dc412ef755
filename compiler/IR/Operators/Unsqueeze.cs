namespace CompileModel.IR.Operators;

/// <summary>With new axes (operand 1) of extent 1, counted in the result. https://onnx.ai/onnx/operators/onnx__Unsqueeze.html</summary>
public sealed record Unsqueeze : ImportedForm
{
    /// <inheritdoc/>
    public override Operator Canonical(InferenceContext context)
    {
        var x = context[0].Shape;
        long[] wanted = context.RequireConstant(1, "the list of axes").ToLongs();
        int[] axes = [.. wanted.Select(a => InferenceContext.Axis(a, x.Rank + wanted.Length)).Distinct()];
        InferenceContext.Check(axes.Length == wanted.Length, "an axis is given twice");
        int next = 0;
        return new ReshapeTo([.. Enumerable.Range(0, x.Rank + axes.Length).Select(i => axes.Contains(i) ? 1 : x[next++])]);
    }
}
