using CompileModel.IR;
using CompileModel.IR.Operators;
using static CompileModel.Tests.Operators.Evaluate;

namespace CompileModel.Tests.Operators;

/// <summary>Operators that read an image between its elements, on values worked out by hand.</summary>
public sealed class SamplingOperatorTests
{
    private static readonly Tensor Row = F([1, 1, 1, 4], 10, 20, 30, 40);

    // Points along the row, in its elements: -1 to 1 are the edges.
    private static Tensor At(params float[] x) => F([1, 1, x.Length, 2], [.. x.SelectMany(v => new[] { (v + 0.5f) / 2 - 1, 0 })]);

    private static void Samples(ResizeMode mode, GridPadding padding, float[] expected, params float[] x) =>
        Expect(new GridSample(mode, padding, false), F([1, 1, 1, x.Length], expected), Row, At(x));

    [Fact]
    public void GridSampleInterpolates()
    {
        Samples(ResizeMode.Linear, GridPadding.Zeros, [15, 40, 0, 5, 0], 0.5f, 3, 4, -0.5f, 100);
        Samples(ResizeMode.Linear, GridPadding.Border, [15, 40, 40, 10], 0.5f, 3, 4, -9);
        Samples(ResizeMode.Linear, GridPadding.Reflection, [15, 40, 35, 10, 20], 0.5f, 4, 4.5f, -1, -2);
        Samples(ResizeMode.Nearest, GridPadding.Zeros, [20, 30, 0], 1.4f, 2.4f, 4.1f);
        Samples(ResizeMode.Nearest, GridPadding.Reflection, [20, 40, 10], 1.4f, 4.1f, 8.2f);
        Samples(ResizeMode.Cubic, GridPadding.Border, [25, 30], 1.5f, 2);
        Expect(new GridSample(ResizeMode.Linear, GridPadding.Zeros, true), F([1, 1, 1, 2], 10, 40), Row, F([1, 1, 2, 2], -1, 0, 1, 0));
        Rejects("CM2002", new GridSample(ResizeMode.Linear, GridPadding.Zeros, true), Row.Type, F([1, 1, 2, 3], 0, 0, 0, 0, 0, 0).Type);
    }

    [Fact]
    public void DeformConvMovesItsTaps()
    {
        var x = F([1, 1, 2, 2], 1, 2, 3, 4);
        var op = new DeformConv([], [], [], 1, 1);
        Expect(op, F([1, 1, 1, 1], 10), x, F([1, 1, 2, 2], 1, 1, 1, 1), Tensor.Zeros(ElementType.Float32, Shape.Of(1, 8, 1, 1)));
        // The first tap goes half an element down; the mask leaves two taps; a bias.
        Expect(op, F([1, 1, 1, 1], 2 + 4 + 7), x, F([1, 1, 2, 2], 1, 1, 1, 1), F([1, 8, 1, 1], 0.5f, 0, 0, 0, 0, 0, 0, 0), F(7), F([1, 4, 1, 1], 1, 0, 0, 1));
    }

    [Fact]
    public void WeightedGatherLeavesNegativeRowsOut() =>
        Expect(new WeightedGather(), F([1, 2, 2], 13, 18, 10, 12),
            F([1, 3, 2], 1, 2, 3, 4, 5, 6), Tensor.From<int>(ElementType.Int32, Shape.Of(1, 2, 2), [0, 2, 1, -1]), F([1, 2, 2], 1, 2, 4, 9));
}
