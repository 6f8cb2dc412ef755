namespace CompileModel.Kernels.Winograd;

/// <summary>
/// F(m,3): m by m results of a 3x3 convolution from a tile of m+2 by m+2 values with (m+2)^2 multiplications a channel pair, by interpolation at 0, some
/// pairs of points +p and -p, at most one single point, and infinity. Source: S. Winograd, "Arithmetic complexity of computations" (1980), built as
/// Toom and Cook's transposed multiplication; A. Lavin and S. Gray, "Fast algorithms for convolutional neural networks" (2015).
/// </summary>
/// <param name="Outputs">m, results along each axis</param>
/// <param name="Pairs">the p of each pair; the first is 1</param>
/// <param name="Single">a point without its negative, for odd m</param>
/// <param name="Error">bound of the root mean square error relative to that of the exact results, from 512 channels of float32 values; a test holds it</param>
public sealed record WinogradForm(int Outputs, IReadOnlyList<double> Pairs, double? Single, double Error)
{
    /// <summary>All forms, smallest tile first.</summary>
    public static IReadOnlyList<WinogradForm> All { get; } =
    [
        new(2, [1], null, 7e-7),
        new(3, [1], 0.5, 3e-6),
        new(4, [1, 2], null, 4e-6),
        new(5, [1, 0.5], 2, 5e-6),
        new(6, [1, 2, 0.5], null, 8e-6),
    ];

    /// <summary>The error that is accepted when nothing else is asked for: a deep network of such layers stays within 1e-4.</summary>
    public const double DefaultErrorBound = 1e-5;

    /// <summary>For people and reports.</summary>
    public string Name => $"F({Outputs},3)";

    /// <summary>Values of a tile along each axis.</summary>
    public int Tile => Outputs + 2;

    /// <summary>Values of a tile, each a matrix product of its own.</summary>
    public int Places => Tile * Tile;

    /// <summary>The finite points in the order of a transformed tile; infinity is last and not listed.</summary>
    public IReadOnlyList<double> Points => [0, .. Pairs.SelectMany(p => (double[])[p, -p]), .. Single is { } q ? [q] : Array.Empty<double>()];

    /// <summary>The weights of one pair of channels, transformed: G g G^T, row by row; <paramref name="g"/> has nine values.</summary>
    public double[] TransformWeights(ReadOnlySpan<double> g)
    {
        var rows = new double[Tile * 3];
        var result = new double[Places];
        for (var t = 0; t < Tile; t++)
        {
            for (var j = 0; j < 3; j++)
            {
                for (var k = 0; k < 3; k++)
                    rows[t * 3 + j] += Weights[t][k] * g[k * 3 + j];
            }
        }
        for (var t = 0; t < Tile; t++)
        {
            for (var u = 0; u < Tile; u++)
            {
                for (var k = 0; k < 3; k++)
                    result[t * Tile + u] += Weights[u][k] * rows[t * 3 + k];
            }
        }
        return result;
    }

    // G: the value of the three-tap polynomial at each point, over the product of its distances from the other points.
    private double[][] Weights { get; } = Matrix(Pairs, Single);

    private static double[][] Matrix(IReadOnlyList<double> pairs, double? single)
    {
        double[] points = [0, .. pairs.SelectMany(p => (double[])[p, -p]), .. single is { } q ? [q] : Array.Empty<double>()];
        return
        [
            .. points.Select((p, j) =>
            {
                var distance = points.Where((_, i) => i != j).Aggregate(1.0, (product, other) => product * (p - other));
                return (double[])[1 / distance, p / distance, p * p / distance];
            }),
            [0, 0, 1],
        ];
    }

    /// <inheritdoc/>
    public bool Equals(WinogradForm? other) => other is not null && Outputs == other.Outputs && Pairs.SequenceEqual(other.Pairs) && Single == other.Single;

    /// <inheritdoc/>
    public override int GetHashCode() => Outputs;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
