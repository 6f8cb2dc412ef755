namespace CompileModel.IR.Operators;

/// <summary>
/// Convolution whose taps are moved by data. Operands: x [N,C,spatial...], weights [M,C/Groups,kernel...], offsets [N,OffsetGroups*kernel*axes,result...], bias [M] (optional),
/// mask [N,OffsetGroups*kernel,result...] (optional). https://onnx.ai/onnx/operators/onnx__DeformConv.html
/// </summary>
/// <param name="Strides">One a spatial axis; empty for 1.</param>
/// <param name="Dilations">One a spatial axis; empty for 1.</param>
/// <param name="Pads">Begins, then ends; empty for 0.</param>
/// <param name="Groups">Groups of channels.</param>
/// <param name="OffsetGroups">Groups of channels with offsets of their own.</param>
public sealed record DeformConv(Ints Strides, Ints Dilations, Ints Pads, int Groups, int OffsetGroups) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        Value x = Required(inputs, 0), w = Required(inputs, 1), offset = Required(inputs, 2);
        InferenceContext.CheckType(x.Element.IsFloat() && w.Element == x.Element && offset.Element == x.Element, $"{Name} takes floats of one type, got {x.Type}, {w.Type} and {offset.Type}");
        InferenceContext.Check(x.Shape.Rank >= 3 && w.Shape.Rank == x.Shape.Rank && offset.Shape.Rank == x.Shape.Rank, $"weights {w.Shape} and offsets {offset.Shape} do not fit {x.Shape}");
        int[] spatial = x.Shape.ToArray()[2..], kernel = w.Shape.ToArray()[2..];
        var window = Window.Resolve(spatial, [.. kernel], Strides, Dilations, Pads, AutoPad.NotSet);
        int[] result = window.OutputSizes(spatial);
        int axes = spatial.Length, batch = x.Shape[0], channels = x.Shape[1], taps = Product(kernel), points = Product(result), rows = Product(spatial), m = w.Shape[0];
        InferenceContext.Check(Groups > 0 && OffsetGroups > 0 && channels % OffsetGroups == 0 && w.Shape[1] * Groups == channels && m % Groups == 0, $"weights {w.Shape} in {Groups} groups do not fit {channels} channels");
        InferenceContext.Check(offset.Shape.Equals(Shape.Of([batch, OffsetGroups * taps * axes, .. result])), $"offsets {offset.Shape} do not fit a result of {Shape.Of(result)}");
        var computed = x.Element == ElementType.Float64 ? ElementType.Float64 : ElementType.Float32;
        int fields = batch * OffsetGroups;

        // Points of the image: [fields, axes, result, taps].
        var at = f.Transpose(f.Reshape(f.Cast(offset, computed), fields, taps, axes, points), 0, 2, 3, 1);
        at = f.Sum(at, f.Table(computed, [axes, points, taps], i =>
        {
            int axis = i / (points * taps);
            return Digit(i / taps % points, result, axis) * window.Strides[axis] - window.Pads[axis] + Digit(i % taps, kernel, axis) * window.Dilations[axis];
        }));
        int[] strides = [.. Enumerable.Range(0, axes).Select(a => Product(spatial[(a + 1)..]))];
        var (index, weight) = new SampleTaps(f, spatial, strides, ResizeMode.Linear, GridPadding.Zeros, true).Write(f.Reshape(at, fields, axes, points * taps));
        if (Optional(inputs, 4) is { } mask)
            weight = f.Mul(weight!, f.Reshape(f.Transpose(f.Reshape(f.Cast(mask, computed), fields, taps, points), 0, 2, 1), fields, 1, points * taps));

        int part = channels / OffsetGroups, depth = channels / Groups;
        var image = f.Reshape(f.Transpose(f.Reshape(f.Cast(x, computed), batch, OffsetGroups, part, rows), 0, 1, 3, 2), fields, rows, part);
        var sampled = f.Reshape(f.Add(new WeightedGather(), image, index, weight), batch, OffsetGroups, points, taps, part);
        // One matrix product a group: [points, taps * channels] by [taps * channels, results].
        var columns = f.Transpose(f.Reshape(f.Transpose(sampled, 0, 2, 3, 1, 4), batch, points, taps, Groups, depth), 0, 3, 1, 2, 4);
        var matrix = f.Transpose(f.Reshape(f.Cast(w, computed), Groups, m / Groups, depth, taps), 0, 3, 2, 1);
        var product = f.Add(new MatMul(), f.Reshape(columns, batch, Groups, points, taps * depth), f.Reshape(matrix, Groups, taps * depth, m / Groups));
        var y = f.Reshape(f.Transpose(product, 0, 2, 1, 3), [batch, .. result, m]);
        if (Optional(inputs, 3) is { } bias) y = f.Sum(y, f.Cast(bias, computed));
        return [f.Cast(f.Transpose(y, [0, axes + 1, .. Enumerable.Range(1, axes)]), x.Element)];
    }

    private static int Product(int[] dims) => dims.Aggregate(1, (a, b) => a * b);

    // The index along an axis of a row-major number.
    private static int Digit(int number, int[] dims, int axis) => number / Product(dims[(axis + 1)..]) % dims[axis];
}
