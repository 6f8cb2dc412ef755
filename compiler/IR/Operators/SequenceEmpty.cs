namespace CompileModel.IR.Operators;

/// <summary>A sequence without items. https://onnx.ai/onnx/operators/onnx__SequenceEmpty.html</summary>
public sealed record SequenceEmpty : BundleOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Bundle> Resolve(IBundleScope scope, IReadOnlyList<Bundle?> inputs, int outputs) => [new Bundle.Sequence([])];
}
