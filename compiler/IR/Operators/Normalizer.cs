namespace CompileModel.IR.Operators;

/// <summary>Rows divided by their norm, as float32. https://onnx.ai/onnx/operators/onnx_aionnxml_Normalizer.html</summary>
/// <param name="Power">1 for the sum of magnitudes, 2 for the Euclidean norm, 0 for the largest element.</param>
public sealed record Normalizer(int Power) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var x = f.Cast(Required(inputs, 0), ElementType.Float32);
        return [Power > 0 ? f.Add(new LpNormalization(x.Shape.Rank - 1, Power), x) : f.Add(new Div(), x, f.Reduce(Reduction.Max, x, true, x.Shape.Rank - 1))];
    }
}
