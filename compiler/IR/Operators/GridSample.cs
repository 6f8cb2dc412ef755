namespace CompileModel.IR.Operators;

/// <summary>
/// An image sampled at points. Operands: x [N,C,spatial...], grid [N,points...,axes], last spatial axis first, -1 to 1 over the image.
/// Result: [N,C,points...]. https://onnx.ai/onnx/operators/onnx__GridSample.html
/// </summary>
/// <param name="Mode">Interpolation.</param>
/// <param name="Padding">What lies outside.</param>
/// <param name="AlignCorners">Whether -1 and 1 are the centers of the border elements, not their edges.</param>
public sealed record GridSample(ResizeMode Mode, GridPadding Padding, bool AlignCorners) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        Value x = Required(inputs, 0), grid = Required(inputs, 1);
        int axes = x.Shape.Rank - 2;
        InferenceContext.Check(axes > 0 && grid.Shape.Rank == axes + 2 && grid.Shape[^1] == axes && grid.Shape[0] == x.Shape[0], $"grid {grid.Shape} does not fit {x.Shape}");
        InferenceContext.CheckType(grid.Element.IsFloat() && x.Element != ElementType.String, $"{Name} takes numbers and a grid of floats, got {x.Type} and {grid.Type}");
        var computed = x.Element == ElementType.Float64 ? ElementType.Float64 : ElementType.Float32;
        int[] dims = x.Shape.ToArray(), sizes = [.. dims[2..].Reverse()], points = grid.Shape.ToArray()[1..^1];
        int batch = dims[0], channels = dims[1], rows = sizes.Aggregate(1, (a, b) => a * b), count = points.Aggregate(1, (a, b) => a * b);

        double Half(int axis) => (AlignCorners ? sizes[axis] - 1 : sizes[axis]) / 2.0;
        var at = f.Transpose(f.Reshape(f.Cast(grid, computed), batch, count, axes), 0, 2, 1);
        at = f.Sum(f.Mul(at, f.Table(computed, [axes, 1], Half)), f.Table(computed, [axes, 1], a => Half(a) - (AlignCorners ? 0 : 0.5)));
        int[] strides = [.. Enumerable.Range(0, axes).Select(a => sizes[..a].Aggregate(1, (p, q) => p * q))];
        var (index, weight) = new SampleTaps(f, sizes, strides, Mode, Padding, AlignCorners).Write(at);

        var last = f.Reshape(f.Transpose(x, [0, .. Enumerable.Range(2, axes), 1]), batch, rows, channels);
        var sampled = weight is null ? f.Add(new WeightedGather(), last, index) : f.Cast(f.Add(new WeightedGather(), f.Cast(last, computed), index, weight), x.Element);
        return [f.Transpose(f.Reshape(sampled, [batch, .. points, channels]), [0, axes + 1, .. Enumerable.Range(1, axes)])];
    }
}
