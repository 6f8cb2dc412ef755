namespace CompileModel.IR.Operators;

/// <summary>Number of items of a sequence, an int64 scalar. https://onnx.ai/onnx/operators/onnx__SequenceLength.html</summary>
public sealed record SequenceLength : BundleOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Bundle> Resolve(IBundleScope scope, IReadOnlyList<Bundle?> inputs, int outputs) =>
        [new Bundle.One(scope.Constant(Tensor.From<long>(ElementType.Int64, Shape.Scalar, [Required(inputs, 0).AsSequence("operand 0").Length])))];
}
