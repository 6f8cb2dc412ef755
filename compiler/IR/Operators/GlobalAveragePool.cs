namespace CompileModel.IR.Operators;

/// <summary>Mean over all spatial axes (2 and up), which stay with extent 1. https://onnx.ai/onnx/operators/onnx__GlobalAveragePool.html</summary>
public sealed record GlobalAveragePool : ImportedForm
{
    /// <inheritdoc/>
    public override Operator Canonical(InferenceContext context) => new Reduce(Reduction.Mean, [.. Enumerable.Range(2, Math.Max(0, context[0].Shape.Rank - 2))], true);
}
