using CompileModel.Diagnostics;
using CompileModel.Quantization;
using CompileModel.Quantization.Calibration;
using CompileModel.Quantization.Ranges;

namespace CompileModel.Tests.Quantization;

/// <summary>Range estimators on distributions whose best ranges are known.</summary>
public class RangeEstimatorTests
{
    [Theory]
    [InlineData("min-max", -40, 20)]
    [InlineData("average", -22, 11)]
    [InlineData("percentile=100", -40, 20)]
    public void EndsFollowTheSamples(string name, double low, double high)
    {
        var statistics = new TensorStatistics(0);
        statistics.Add(-4, 2, [], [-4, 0, 2]);
        statistics.Add(-40, 20, [], [-40, 1, 20]);
        var range = TensorRange.Of(statistics, RangeEstimators.Parse(name));
        Assert.Equal(low, range.Low, 0.02);
        Assert.Equal(high, range.High, 0.02);
        Assert.Equal((-40, 20), (range.Least, range.Most));
    }

    [Theory]
    [InlineData("percentile=99.9", 2.9, 3.4)]
    [InlineData("mse", 3.5, 9.5)]
    [InlineData("entropy", 3.0, 9.0)]
    public void FarNumbersAreClipped(string name, double least, double most)
    {
        // 100000 numbers of a normal distribution, and one far away.
        var random = new Random(3);
        float[] numbers = [.. Enumerable.Range(0, 100_000).Select(_ => (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))), 10f];
        var range = Range(name, numbers);
        Assert.InRange(range.High, least, most);
        Assert.InRange(-range.Low, least * 0.95, most);
    }

    [Theory]
    [InlineData("min-max")]
    [InlineData("average")]
    [InlineData("percentile")]
    [InlineData("entropy")]
    [InlineData("mse")]
    public void RangesHoldZeroAndStayInside(string name)
    {
        Assert.Equal((0, 0), Ends(Range(name, [0, 0, 0])));
        var (low, high) = Ends(Range(name, [3f, 4f, 5f]));
        Assert.Equal(0, low);
        Assert.InRange(high, 4.9, 5);
        (low, high) = Ends(Range(name, [-1f, 1f]));
        Assert.InRange(low, -1, -0.9);
        Assert.InRange(high, 0.9, 1);
    }

    [Fact]
    public void TheSmallestErrorIsThatOfMse()
    {
        var random = new Random(4);
        float[] numbers = [.. Enumerable.Range(0, 20_000).Select(_ => (float)Math.Pow(random.NextDouble(), 8) * 6)];
        double Error(string name)
        {
            var (low, high) = Ends(Range(name, numbers));
            var grid = TensorGrid.Over(low, high, IR.ElementType.Int8);
            return numbers.Sum(x => Math.Pow(x - grid.Round(x), 2));
        }
        double mse = Error("mse");
        Assert.All(["min-max", "percentile=99.9", "entropy"], name => Assert.InRange(mse, 0, Error(name) * 1.001));
    }

    [Theory]
    [InlineData("kl")]
    [InlineData("percentile=20")]
    [InlineData("percentile=x")]
    public void UnknownNamesAreErrors(string name) => Assert.Equal(DiagnosticCodes.BadOption, Assert.Throws<CompilationException>(() => RangeEstimators.Parse(name)).Diagnostics[0].Code);

    [Fact]
    public void HistogramsGrow()
    {
        var histogram = new Histogram();
        histogram.Add([0.24f, -0.24f, 0, float.NaN]);
        histogram.Add([100f, 0.24f]);
        Assert.Equal((5, 1), (histogram.Total, histogram.Zeros));
        Assert.Equal([1L, 2L, 1L], histogram.Bins.Select(b => b.Count));
        Assert.All(histogram.Bins.Zip([-0.24, 0.24, 100]), p => Assert.Equal(p.Second, p.First.Centre, 0.05));
    }

    private static (double, double) Ends(TensorRange range) => (range.Low, range.High);

    private static TensorRange Range(string name, float[] numbers)
    {
        var statistics = new TensorStatistics(0);
        statistics.Add(numbers.Min(), numbers.Max(), [], numbers);
        return TensorRange.Of(statistics, RangeEstimators.Parse(name));
    }
}
