using CompileModel.IR.Operators;

namespace CompileModel.IR;

/// <summary>
/// What a resize does along one axis: for each output index the input indexes that it reads and their weights. Taps outside of the input have
/// been moved to its border element, or dropped. Exact for the formulas of ONNX Resize; kernels and the interpreter share it.
/// </summary>
/// <param name="Taps">For each output index: input indexes.</param>
/// <param name="Weights">For each output index: one weight a tap.</param>
/// <param name="Outside">For each output index: whether it is extrapolated.</param>
public sealed record ResampleAxis(int[][] Taps, double[][] Weights, bool[] Outside)
{
    /// <summary>The taps along one axis.</summary>
    /// <param name="op">The resize.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="extent">Extent of the input.</param>
    public static ResampleAxis Of(ResizeTo op, int axis, int extent)
    {
        int size = op.Sizes[axis];
        var result = new ResampleAxis(new int[size][], new double[size][], new bool[size]);
        for (int i = 0; i < size; i++)
        {
            double x = Coordinate(op, axis, extent, i);
            result.Outside[i] = op.Coordinates == CoordinateMode.TfCropAndResize && (x < 0 || x > extent - 1);
            // Float32 as ONNX Runtime computes it: a point between two pixels must be one in spite of a scale such as 1.7f.
            var (taps, weights) = op.Mode == ResizeMode.Nearest ? ([Nearest(op.Nearest, (float)x)], [1.0]) : Filter(op, op.Scales[axis], x);
            if (op.ExcludeOutside)
            {
                for (int k = 0; k < taps.Length; k++) if (taps[k] < 0 || taps[k] >= extent) weights[k] = 0;
                double sum = weights.Sum();
                for (int k = 0; k < taps.Length; k++) weights[k] /= sum;
            }
            result.Taps[i] = [.. taps.Select(t => Math.Clamp(t, 0, extent - 1))];
            result.Weights[i] = weights;
        }
        return result;
    }

    private static double Coordinate(ResizeTo op, int axis, int extent, int i)
    {
        double scale = op.Scales[axis], size = op.Sizes[axis];
        // The formulas know the scale that is given, not the ratio of the rounded sizes.
        double length = Math.Abs(scale * extent - size) < 1e-3 ? size : scale * extent;
        switch (op.Coordinates)
        {
            case CoordinateMode.HalfPixelSymmetric:
                double adjustment = size / (extent * scale), center = extent / 2.0;
                return center * (1 - adjustment) + (i + 0.5) / scale - 0.5;
            case CoordinateMode.PytorchHalfPixel: return size > 1 ? (i + 0.5) / scale - 0.5 : 0;
            case CoordinateMode.AlignCorners: return length > 1 ? i * (extent - 1) / (length - 1) : 0;
            case CoordinateMode.Asymmetric: return i / scale;
            case CoordinateMode.TfHalfPixelForNearest: return (i + 0.5) / scale;
            case CoordinateMode.TfCropAndResize:
                double start = op.Roi[axis], end = op.Roi[op.Sizes.Count + axis];
                return size > 1 ? start * (extent - 1) + i * (end - start) * (extent - 1) / (size - 1) : 0.5 * (start + end) * (extent - 1);
            default: return (i + 0.5) / scale - 0.5;
        }
    }

    private static int Nearest(NearestMode mode, double x) => (int)(mode switch
    {
        NearestMode.RoundPreferFloor => Math.Ceiling(x - 0.5),
        NearestMode.RoundPreferCeil => Math.Floor(x + 0.5),
        NearestMode.Floor => Math.Floor(x),
        _ => Math.Ceiling(x),
    });

    private static (int[] Taps, double[] Weights) Filter(ResizeTo op, double scale, double x)
    {
        int radius = op.Mode == ResizeMode.Linear ? 1 : 2;
        double stretch = op.Antialias && scale < 1 ? 1 / scale : 1;
        int first = (int)Math.Floor(x - radius * stretch) + 1, last = (int)Math.Ceiling(x + radius * stretch) - 1;
        if (!op.Antialias || scale >= 1) (first, last) = ((int)Math.Floor(x) - radius + 1, (int)Math.Floor(x) + radius);
        int[] taps = [.. Enumerable.Range(first, last - first + 1)];
        double[] weights = [.. taps.Select(t => op.Mode == ResizeMode.Linear ? Triangle((t - x) / stretch) : Cubic((t - x) / stretch, op.CubicA))];
        double sum = weights.Sum();
        if (stretch > 1) for (int k = 0; k < weights.Length; k++) weights[k] /= sum;
        return (taps, weights);
    }

    private static double Triangle(double d) => Math.Max(0, 1 - Math.Abs(d));

    // The cubic convolution kernel of Keys (1981).
    private static double Cubic(double d, double a)
    {
        d = Math.Abs(d);
        return d <= 1 ? ((a + 2) * d - (a + 3)) * d * d + 1 : d < 2 ? ((a * d - 5 * a) * d + 8 * a) * d - 4 * a : 0;
    }
}
