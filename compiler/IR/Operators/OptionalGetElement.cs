namespace CompileModel.IR.Operators;

/// <summary>What an optional holds; a tensor or a sequence is returned as it is. https://onnx.ai/onnx/operators/onnx__OptionalGetElement.html</summary>
public sealed record OptionalGetElement : BundleOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Bundle> Resolve(IBundleScope scope, IReadOnlyList<Bundle?> inputs, int outputs) => [Required(inputs, 0) switch
    {
        Bundle.Optional { Content: { } content } => content,
        Bundle.Optional => throw new InferenceException(Diagnostics.DiagnosticCodes.ShapeMismatch, "the optional is empty"),
        var other => other,
    }];
}
