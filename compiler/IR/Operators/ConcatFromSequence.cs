namespace CompileModel.IR.Operators;

/// <summary>The tensors of a sequence one after another along an axis. https://onnx.ai/onnx/operators/onnx__ConcatFromSequence.html</summary>
/// <param name="Axis">The axis of the result; negative counts from the end.</param>
/// <param name="NewAxis">Whether the axis is one that the tensors do not have.</param>
public sealed record ConcatFromSequence(int Axis, bool NewAxis) : BundleOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Bundle> Resolve(IBundleScope scope, IReadOnlyList<Bundle?> inputs, int outputs)
    {
        Value[] parts = [.. Required(inputs, 0).AsSequence("operand 0").Select(i => i.AsTensor("an item"))];
        InferenceContext.Check(parts.Length > 0, "an empty sequence has no tensors to put together");
        return [new Bundle.One(NewAxis ? Slices.Stack(scope, parts, InferenceContext.Axis(Axis, parts[0].Shape.Rank + 1)) : scope.Add(new Concat(Axis), parts))];
    }
}
