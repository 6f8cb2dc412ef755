namespace CompileModel.IR.Operators;

/// <summary>Operand 0 broadcast with the shape in operand 1. https://onnx.ai/onnx/operators/onnx__Expand.html</summary>
public sealed record Expand : ImportedForm
{
    /// <inheritdoc/>
    public override Operator Canonical(InferenceContext context)
    {
        var to = Shape.Of(context.RequireConstant(1, "the new shape").ToLongs().Select(d => checked((int)d)));
        var result = Shape.Broadcast(context[0].Shape, to);
        InferenceContext.Check(result is not null, $"{context[0].Shape} and {to} do not broadcast");
        return new BroadcastTo([.. result!.ToArray()]);
    }
}
