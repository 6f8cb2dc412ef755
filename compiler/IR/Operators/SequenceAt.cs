namespace CompileModel.IR.Operators;

/// <summary>
/// The item of a sequence (operand 0) at a position (operand 1); negative positions count from the end. A position that is known at run time only chooses
/// among tensors of one type. https://onnx.ai/onnx/operators/onnx__SequenceAt.html
/// </summary>
public sealed record SequenceAt : BundleOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Bundle> Resolve(IBundleScope scope, IReadOnlyList<Bundle?> inputs, int outputs)
    {
        var items = Required(inputs, 0).AsSequence("operand 0");
        var position = Required(inputs, 1).AsTensor("the position");
        if (scope.Data(position) is { Count: 1 } known) return [items[InferenceContext.Axis(known.AsLong(0), items.Length)]];
        InferenceContext.Check(items.Length > 0 && items.All(i => i is Bundle.One && i.Fits(items[0])), "a position that is known at run time only must choose among tensors of one type");
        var index = position.Shape.Rank == 0 ? position : scope.Add(new ReshapeTo([]), position);
        return [new Bundle.One(scope.Add(new Gather(0), Slices.Stack(scope, [.. items.SelectMany(i => i.Values)], 0), index))];
    }
}
