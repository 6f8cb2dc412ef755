namespace CompileModel.IR.Operators;

/// <summary>An optional that holds the operand, or is empty without one. https://onnx.ai/onnx/operators/onnx__Optional.html</summary>
public sealed record Optional : BundleOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Bundle> Resolve(IBundleScope scope, IReadOnlyList<Bundle?> inputs, int outputs) => [new Bundle.Optional(Given(inputs, 0))];
}
