namespace CompileModel.IR.Operators;

/// <summary>1 at the place of the category that x equals, 0 elsewhere, as a new last axis of float32; all 0 for what is no category.
/// https://onnx.ai/onnx/operators/onnx_aionnxml_OneHotEncoder.html</summary>
/// <param name="Categories">int64.</param>
public sealed record OneHotEncoder(Tensor Categories) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var x = f.Cast(Required(inputs, 0), ElementType.Int64);
        return [f.Cast(f.Add(new Equal(), f.Reshape(x, [.. x.Shape.ToArray(), 1]), f.Constant(Categories)), ElementType.Float32)];
    }
}
