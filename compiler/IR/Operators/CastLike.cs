namespace CompileModel.IR.Operators;

/// <summary>Operand 0 in the element type of operand 1. https://onnx.ai/onnx/operators/onnx__CastLike.html</summary>
/// <param name="Saturate">As of <see cref="Cast"/>.</param>
/// <param name="Rounding">As of <see cref="Cast"/>.</param>
public sealed record CastLike(bool Saturate = true, ScaleRounding Rounding = ScaleRounding.Up) : ImportedForm
{
    /// <inheritdoc/>
    public override Operator Canonical(InferenceContext context) => new Cast(context[1].Element, Saturate, Rounding);
}
