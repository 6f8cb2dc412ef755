namespace CompileModel.IR.Operators;

/// <summary>The sequence of operand 0 with operand 1 before position operand 2, by default at the end; negative positions count from the end. https://onnx.ai/onnx/operators/onnx__SequenceInsert.html</summary>
public sealed record SequenceInsert : BundleOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Bundle> Resolve(IBundleScope scope, IReadOnlyList<Bundle?> inputs, int outputs)
    {
        var items = Required(inputs, 0).AsSequence("operand 0");
        long position = Number(scope, inputs, 2, "the position") ?? items.Length;
        InferenceContext.Check(position >= -items.Length && position <= items.Length, $"position {position} is outside of a sequence of {items.Length}");
        return [new Bundle.Sequence(items.Insert((int)(position < 0 ? position + items.Length : position), Required(inputs, 1)))];
    }
}
