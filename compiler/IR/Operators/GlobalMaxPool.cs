namespace CompileModel.IR.Operators;

/// <summary>Max over all spatial axes (2 and up), which stay with extent 1. https://onnx.ai/onnx/operators/onnx__GlobalMaxPool.html</summary>
public sealed record GlobalMaxPool : ImportedForm
{
    /// <inheritdoc/>
    public override Operator Canonical(InferenceContext context) => new Reduce(Reduction.Max, [.. Enumerable.Range(2, Math.Max(0, context[0].Shape.Rank - 2))], true);
}
