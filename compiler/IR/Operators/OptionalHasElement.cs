namespace CompileModel.IR.Operators;

/// <summary>Whether an optional holds something; a tensor or a sequence counts as an optional that does, no operand as one that does not. https://onnx.ai/onnx/operators/onnx__OptionalHasElement.html</summary>
public sealed record OptionalHasElement : BundleOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Bundle> Resolve(IBundleScope scope, IReadOnlyList<Bundle?> inputs, int outputs) =>
        [new Bundle.One(scope.Constant(Tensor.From<byte>(ElementType.Bool, Shape.Scalar, [Given(inputs, 0) is null or Bundle.Optional { Content: null } ? (byte)0 : (byte)1])))];
}
