namespace CompileModel.IR.Operators;

/// <summary>
/// Operand 0 in parts along an axis: of the sizes in operand 1, of the one size that it is, or of extent 1, and then without the axis unless KeepDims.
/// https://onnx.ai/onnx/operators/onnx__SplitToSequence.html
/// </summary>
/// <param name="Axis">The axis; negative counts from the end.</param>
/// <param name="KeepDims">Whether parts of extent 1 keep the axis when there is no operand 1.</param>
public sealed record SplitToSequence(int Axis, bool KeepDims) : BundleOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Bundle> Resolve(IBundleScope scope, IReadOnlyList<Bundle?> inputs, int outputs)
    {
        var x = Required(inputs, 0).AsTensor("operand 0");
        int axis = InferenceContext.Axis(Axis, x.Shape.Rank), extent = x.Shape[axis];
        if (Given(inputs, 1) is not { } split)
        {
            var ones = Enumerable.Range(0, extent);
            return [new Bundle.Sequence([.. ones.Select(i => new Bundle.One(KeepDims ? Slices.Part(scope, x, axis, i, 1) : Slices.At(scope, x, axis, i)))])];
        }
        var data = scope.Data(split.AsTensor("the sizes")) ?? throw new InferenceException(Diagnostics.DiagnosticCodes.UnknownShape, "the sizes (operand 1) must be known at compile time",
            "export the model with constant sizes");
        long[] sizes = data.ToLongs();
        if (data.Shape.Rank == 0)
        {
            InferenceContext.Check(sizes[0] > 0, $"size {sizes[0]} of a part is not positive");
            sizes = [.. Enumerable.Range(0, (int)((extent + sizes[0] - 1) / sizes[0])).Select(i => Math.Min(data.AsLong(0), extent - i * data.AsLong(0)))];
        }
        InferenceContext.Check(sizes.All(s => s >= 0) && sizes.Sum() == extent, $"parts [{string.Join(',', sizes)}] do not fit axis {axis} of {x.Shape}");
        int start = 0;
        var parts = new List<Bundle>();
        foreach (long size in sizes)
        {
            parts.Add(new Bundle.One(Slices.Part(scope, x, axis, start, (int)size)));
            start += (int)size;
        }
        return [new Bundle.Sequence([.. parts])];
    }
}
