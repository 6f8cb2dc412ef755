namespace CompileModel.IR.Operators;

/// <summary>
/// Mean over all spatial axes of quantised values; sums are exact, then multiplied by one factor. Operands: x, its scale and zero point, scale and zero point of the result.
/// https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#commicrosoftqlinearglobalaveragepool
/// </summary>
/// <param name="IsChannelsLast">Whether the data are [N,spatial...,C].</param>
public sealed record QLinearGlobalAveragePool(bool IsChannelsLast) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var x = Required(inputs, 0);
        Value One(int i) => Quantization.Along(f, Required(inputs, i), Shape.Scalar, 0);
        int[] axes = [.. Enumerable.Range(IsChannelsLast ? 1 : 2, x.Shape.Rank - 2)];
        var sum = f.Reduce(Reduction.Sum, Quantization.Centered(f, x, One(2)), true, axes);
        var factor = f.Add(new Div(), One(1), f.Mul(One(3), f.Scalar(axes.Aggregate(1.0, (n, a) => n * x.Shape[a]), One(3))));
        return [Quantization.Rounded(f, sum, factor, One(4), Required(inputs, 4).Element, isFactor: true)];
    }
}
