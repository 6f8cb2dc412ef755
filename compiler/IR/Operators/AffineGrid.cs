namespace CompileModel.IR.Operators;

/// <summary>
/// Sampling points of an affine map. Operands: theta [N,axes,axes+1], size of the image to sample for (N, C, spatial...; constant). Result: [N,spatial...,axes], last spatial
/// axis first. https://onnx.ai/onnx/operators/onnx__AffineGrid.html
/// </summary>
/// <param name="AlignCorners">Whether -1 and 1 are the centers of the border elements, not their edges.</param>
public sealed record AffineGrid(bool AlignCorners) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var theta = Required(inputs, 0);
        int[] size = [.. f.Require(Required(inputs, 1), "the size").ToLongs().Select(v => checked((int)v))];
        int axes = size.Length - 2;
        InferenceContext.Check(axes is 2 or 3 && size.All(s => s > 0) && theta.Shape.Equals(Shape.Of(size[0], axes, axes + 1)), $"theta {theta.Shape} does not fit the size {Shape.Of(size)}");
        int[] spatial = size[2..];
        int points = spatial.Aggregate(1, (a, b) => a * b);
        var grid = f.Table(theta.Element, [points, axes + 1], i =>
        {
            int point = i / (axes + 1), column = i % (axes + 1), axis = axes - 1 - column;
            if (column == axes) return 1;
            int extent = spatial[axis], at = point / spatial[(axis + 1)..].Aggregate(1, (a, b) => a * b) % extent;
            return AlignCorners ? extent == 1 ? -1 : 2.0 * at / (extent - 1) - 1 : (2.0 * at + 1) / extent - 1;
        });
        return [f.Reshape(f.Add(new MatMul(), grid, f.Transpose(theta, 0, 2, 1)), [size[0], .. spatial, axes])];
    }
}
