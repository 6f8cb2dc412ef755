namespace CompileModel.IR.Operators;

/// <summary>The sequence of operand 0 without the item at position operand 1, by default the last; negative positions count from the end. https://onnx.ai/onnx/operators/onnx__SequenceErase.html</summary>
public sealed record SequenceErase : BundleOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Bundle> Resolve(IBundleScope scope, IReadOnlyList<Bundle?> inputs, int outputs)
    {
        var items = Required(inputs, 0).AsSequence("operand 0");
        return [new Bundle.Sequence(items.RemoveAt(InferenceContext.Axis(Number(scope, inputs, 1, "the position") ?? -1, items.Length)))];
    }
}
