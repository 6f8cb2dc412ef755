namespace CompileModel.IR.Operators;

/// <summary>Without the axes (operand 1) of extent 1; without all such when none are given. https://onnx.ai/onnx/operators/onnx__Squeeze.html</summary>
public sealed record Squeeze : ImportedForm
{
    /// <inheritdoc/>
    public override Operator Canonical(InferenceContext context)
    {
        var x = context[0].Shape;
        int[] axes = context.Has(1)
            ? [.. context.RequireConstant(1, "the list of axes").ToLongs().Select(a => InferenceContext.Axis(a, x.Rank))]
            : [.. Enumerable.Range(0, x.Rank).Where(i => x[i] == 1)];
        foreach (int axis in axes) InferenceContext.Check(x[axis] == 1, $"axis {axis} of {x} is not 1");
        return new ReshapeTo([.. Enumerable.Range(0, x.Rank).Except(axes).Select(i => x[i])]);
    }
}
