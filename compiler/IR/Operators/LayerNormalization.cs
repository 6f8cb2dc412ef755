namespace CompileModel.IR.Operators;

/// <summary>
/// Axes Axis and up brought to mean 0 and variance 1, times scale plus bias (operands 1, 2; broadcast; the bias may be left out). Results 1 and 2 are the mean and
/// 1 / sqrt(variance + Epsilon), reduced axes kept. https://onnx.ai/onnx/operators/onnx__LayerNormalization.html
/// </summary>
/// <param name="Axis">First normalised axis; negative counts from the end.</param>
/// <param name="Epsilon">Added to the variance.</param>
public sealed record LayerNormalization(int Axis, float Epsilon) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var (x, scale, bias) = (Required(inputs, 0), Required(inputs, 1), Optional(inputs, 2));
        InferenceContext.CheckType(x.Element.IsFloat(), $"{Name} takes floats, got {x.Type}");
        foreach (var operand in (Value?[])[scale, bias])
            InferenceContext.Check(operand is null || x.Shape.Equals(Shape.Broadcast(operand.Shape, x.Shape)), $"operand {operand?.Shape} does not broadcast to {x.Shape}");
        int axis = InferenceContext.Axis(Axis, x.Shape.Rank);
        int[] axes = [.. Enumerable.Range(axis, x.Shape.Rank - axis)];
        var computed = x.Element == ElementType.Float64 ? ElementType.Float64 : ElementType.Float32;
        // The variance is taken from differences, not as E[x^2] - E[x]^2, which loses digits.
        var wide = f.Cast(x, computed);
        var mean = f.Reduce(Reduction.Mean, wide, true, axes);
        var centered = f.Add(new Sub(), wide, mean);
        var variance = f.Reduce(Reduction.Mean, f.Mul(centered, centered), true, axes);
        var deviation = f.Add(new Sqrt(), f.Sum(variance, f.Scalar(Epsilon, variance)));
        var result = f.Mul(f.Add(new Div(), centered, deviation), f.Cast(scale, computed));
        if (bias is not null) result = f.Sum(result, f.Cast(bias, computed));
        if (outputs < 2) return [f.Cast(result, x.Element)];
        return [f.Cast(result, x.Element), f.Cast(mean, ElementType.Float32), f.Cast(f.Add(new Reciprocal(), deviation), ElementType.Float32)];
    }
}
