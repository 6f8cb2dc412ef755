namespace CompileModel.IR.Operators;

/// <summary>Operand 0 in the element type of operand 1. https://onnx.ai/onnx/operators/onnx__CastLike.html</summary>
public sealed record CastLike : ImportedForm
{
    /// <inheritdoc/>
    public override Operator Canonical(InferenceContext context) => new Cast(context[1].Element);
}
