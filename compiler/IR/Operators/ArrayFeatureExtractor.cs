namespace CompileModel.IR.Operators;

/// <summary>Columns of x at the indexes in operand 1; a vector is one row. https://onnx.ai/onnx/operators/onnx_aionnxml_ArrayFeatureExtractor.html</summary>
public sealed record ArrayFeatureExtractor : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        Value x = Required(inputs, 0), places = Required(inputs, 1);
        if (x.Shape.Rank == 1) x = f.Reshape(x, 1, x.Shape[0]);
        return [f.Add(new Gather(x.Shape.Rank - 1), x, f.Reshape(places, (int)places.Shape.Count))];
    }
}
