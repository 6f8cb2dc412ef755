namespace CompileModel.IR.Operators;

/// <summary>The operand itself. https://onnx.ai/onnx/operators/onnx__Identity.html</summary>
public sealed record Identity : ImportedForm
{
    /// <inheritdoc/>
    public override Operator Canonical(InferenceContext context) => new ReshapeTo([.. context[0].Shape.ToArray()]);
}
