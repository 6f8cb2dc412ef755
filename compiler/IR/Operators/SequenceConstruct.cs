namespace CompileModel.IR.Operators;

/// <summary>A sequence of the operands. https://onnx.ai/onnx/operators/onnx__SequenceConstruct.html</summary>
public sealed record SequenceConstruct : BundleOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Bundle> Resolve(IBundleScope scope, IReadOnlyList<Bundle?> inputs, int outputs) =>
        [new Bundle.Sequence([.. inputs.Select((_, i) => Required(inputs, i))])];
}
