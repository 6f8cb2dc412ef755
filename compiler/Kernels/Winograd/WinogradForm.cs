namespace CompileModel.Kernels.Winograd;

/// <summary>
/// F(m,k): m by m results of a k x k convolution from one tile of values, by interpolation at 0, some pairs of points +p and -p, at most one single point, and
/// infinity. One of stride 2 is the sum of four convolutions of stride 1 of the <see cref="WinogradPhase"/>s of its input, each with every second tap along both axes;
/// their products add up at every point, and those of a phase that has a tap less along an axis are 0 at its infinity, so they are left out.
/// (m+k-1)^2 multiplications a channel pair for stride 1, (2m+k-2)^2 for stride 2 and odd k. Source: S. Winograd, "Arithmetic complexity of computations" (1980), built as
/// Toom and Cook's transposed multiplication; A. Lavin and S. Gray, "Fast algorithms for convolutional neural networks" (2015).
/// </summary>
/// <param name="Outputs">m, results along each axis</param>
/// <param name="Kernel">k, taps along each axis, odd</param>
/// <param name="Stride">1 or 2</param>
/// <param name="Pairs">the p of each pair; the first is 1</param>
/// <param name="Single">a point without its negative, for an even number of finite points; 1 where there are no pairs</param>
/// <param name="Error">bound of the root mean square error relative to that of the exact results, from 512 channels of float32 values; a test holds it</param>
/// <param name="IsInteger">whether transformed values and weights are 16-bit integers: for images of bytes, stride 1 and points that are integers. Sums and results are int32 modulo 2^32: exact, see <see cref="IntegerRange"/></param>
public sealed record WinogradForm(int Outputs, int Kernel, int Stride, IReadOnlyList<double> Pairs, double? Single, double Error, bool IsInteger = false)
{
    /// <summary>All forms of float32, by kernel and stride, smallest tile first.</summary>
    public static IReadOnlyList<WinogradForm> All { get; } =
    [
        new(2, 3, 1, [1], null, 7e-7),
        new(3, 3, 1, [1], 0.5, 3e-6),
        new(4, 3, 1, [1, 2], null, 4e-6),
        new(5, 3, 1, [1, 0.5], 2, 5e-6),
        new(6, 3, 1, [1, 2, 0.5], null, 8e-6),
        new(2, 3, 2, [], 1, 1e-6),
        new(3, 3, 2, [1], null, 1.2e-6),
        new(4, 3, 2, [1], -2, 3.5e-6),
        new(5, 3, 2, [1, 2], null, 8.5e-6),
        new(2, 7, 2, [1], -2, 5e-6),
        new(3, 7, 2, [1, 2], null, 4e-6),
        new(4, 7, 2, [1, 0.5], 2, 9.9e-6),
    ];

    /// <summary>The forms of integers.</summary>
    public static IReadOnlyList<WinogradForm> Integers { get; } = [new(2, 3, 1, [1], null, 0, true), new(4, 3, 1, [1, 2], null, 0, true)];

    /// <summary>The error that is accepted when nothing else is asked for: a deep network of such layers stays within 1e-4.</summary>
    public const double DefaultErrorBound = 1e-5;

    /// <summary>For people and reports.</summary>
    public string Name => IsInteger ? $"F({Outputs},{Kernel}) of int16" : Stride == 1 ? $"F({Outputs},{Kernel})" : $"F({Outputs},{Kernel})/{Stride}";

    /// <summary>For names of routines.</summary>
    public string Suffix => IsInteger ? $"{Outputs}s16" : Stride == 1 ? $"{Outputs}" : $"{Outputs}k{Kernel}s{Stride}";

    /// <summary>Values of a transformed tile along each axis.</summary>
    public int Tile => Outputs + Taps(0) - 1;

    /// <summary>Places of a transformed tile, each a matrix product of its own.</summary>
    public int Places => Tile * Tile;

    /// <summary>Rows and columns of the image that a tile reads.</summary>
    public int Reach => (Outputs - 1) * Stride + Kernel;

    /// <summary>The parts of the input, in the order of their channels at each place.</summary>
    public IReadOnlyList<WinogradPhase> Phases { get; } = Stride == 1 ? [new(0, 0)] : [new(1, 0), new(0, 0), new(0, 1), new(1, 1)];

    /// <summary>The products of all places; weights are packed in this order.</summary>
    public IReadOnlyList<WinogradProduct> Products => Stride == 1 ? [new(0, [Places], [1], 0, 1)] :
    [
        new(0, [Tile - 1, Tile - 1], [Tile, 1], 0, 4),
        new(Tile - 1, [Tile - 1], [Tile], 0, 2),
        new(Places - Tile, [Tile - 1], [1], 1, 2),
        new(Places - 1, [1], [1], 1, 1),
    ];

    /// <summary>Multiplications of a tile for a pair of channels.</summary>
    public int Factors => Products.Sum(p => p.Count * p.Phases);

    /// <summary>Taps along an axis of the phases that begin at line 0 or 1.</summary>
    public int Taps(int phase) => (Kernel - phase + Stride - 1) / Stride;

    /// <summary>Lines along an axis of a tile of such a phase, in the image and transformed: without infinity where its tap is missing.</summary>
    public int Lines(int phase) => Outputs + Taps(phase) - 1;

    /// <summary>The weights of one pair of channels, transformed: for each phase G g G^T, row by row; <paramref name="g"/> has k^2 values.</summary>
    public double[] TransformWeights(ReadOnlySpan<double> g)
    {
        var result = new double[Phases.Count * Places];
        var row = new double[Taps(0)];
        for (var (phase, i) = (0, 0); phase < Phases.Count; phase++)
        {
            var (firstRow, firstColumn) = Phases[phase];
            for (var t = 0; t < Tile; t++)
            {
                for (var l = 0; l < row.Length; l++)
                {
                    row[l] = 0;
                    for (var k = 0; k < Taps(firstRow) && l < Taps(firstColumn); k++)
                        row[l] += Weights[t][k] * g[(firstRow + k * Stride) * Kernel + firstColumn + l * Stride];
                }
                for (var u = 0; u < Tile; u++, i++)
                {
                    for (var l = 0; l < row.Length; l++)
                        result[i] += Weights[u][l] * row[l];
                }
            }
        }
        return result;
    }

    /// <summary>What results of a form of integers are multiplied by along each axis, as its weights are: that makes integers of them. 1 for others.</summary>
    public int Multiple { get; } = IsInteger ? CommonMultiple(Pairs, Single) : 1;

    /// <summary>The largest power of two in <see cref="Multiple"/>, which values at infinity take in the transform of results, and the others in that of weights.</summary>
    public int PowerOfTwo => Multiple & -Multiple;

    // G: the value of the polynomial of the taps at each point, over the product of its distances from the other points; of integers times a multiple.
    private double[][] Weights { get; } = Matrix((Kernel + Stride - 1) / Stride, Pairs, Single, IsInteger ? CommonMultiple(Pairs, Single) : 1);

    private static int CommonMultiple(IReadOnlyList<double> pairs, double? single)
    {
        double[] points = Points(pairs, single), distances = [.. points.Select((_, j) => Math.Abs(Distance(points, j)))];
        return Enumerable.Range(1, (int)distances.Aggregate(1.0, (a, b) => a * b)).First(m => distances.All(d => m % d == 0));
    }

    private static double[] Points(IReadOnlyList<double> pairs, double? single) => [0, .. pairs.SelectMany(p => (double[])[p, -p]), .. single is { } q ? [q] : Array.Empty<double>()];

    private static double Distance(double[] points, int j) => points.Where((_, i) => i != j).Aggregate(1.0, (product, other) => product * (points[j] - other));

    private static double[][] Matrix(int taps, IReadOnlyList<double> pairs, double? single, int multiple)
    {
        var points = Points(pairs, single);
        return [.. points.Select((p, j) => Enumerable.Range(0, taps).Select(k => Math.Pow(p, k) * multiple / Distance(points, j)).ToArray()), [.. new double[taps - 1], multiple / (multiple & -multiple)]];
    }

    /// <inheritdoc/>
    public bool Equals(WinogradForm? other)
        => other is not null && Outputs == other.Outputs && Kernel == other.Kernel && Stride == other.Stride && Pairs.SequenceEqual(other.Pairs) && Single == other.Single && IsInteger == other.IsInteger;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Outputs, Kernel, Stride);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
