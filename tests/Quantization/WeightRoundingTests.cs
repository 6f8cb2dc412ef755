using CompileModel.Quantization;

namespace CompileModel.Tests.Quantization;

/// <summary>Rounding with shares for later taps against the nearest integers, by the error that inputs with falling correlation see.</summary>
public sealed class WeightRoundingTests
{
    private readonly Random random = new(11);

    [Theory]
    [InlineData(3, 3, 1)]
    [InlineData(5, 5, 2)]
    [InlineData(10, 4, 1)]
    [InlineData(1, 9, 1)]
    public void ErrorsOfNeighboursCancel(int rows, int columns, int dilation)
    {
        int taps = rows * columns;
        float[] weights = [.. Enumerable.Range(0, 64 * taps).Select(_ => (random.NextSingle() - 0.5f) * 200)];
        sbyte[] shared = new WeightRounding([rows, columns], [dilation, dilation]).Round(weights, 1), nearest = new WeightRounding([], []).Round(weights, 1);
        Assert.Equal(weights.Select(w => (sbyte)Math.Round(w)), nearest);
        Assert.InRange(Error(shared), 0, 0.4 * Error(nearest));

        double Error(sbyte[] rounded)
        {
            double sum = 0;
            for (int k = 0; k < weights.Length; k += taps)
                for (int i = 0; i < taps; i++)
                    for (int j = 0; j < taps; j++) sum += Lost(k + i) * Lost(k + j) * Math.Pow(0.9, dilation * double.Hypot((i / columns) - (j / columns), (i % columns) - (j % columns)));
            return sum;

            double Lost(int tap) => weights[tap] - rounded[tap];
        }
    }

    [Fact]
    public void WeightsStayWithinTheirBounds()
    {
        float[] weights = [.. Enumerable.Repeat(127.4f, 9), .. Enumerable.Repeat(-130f, 9)];
        sbyte[] rounded = new WeightRounding([3, 3], [1, 1]).Round(weights, 1);
        Assert.Equal([.. Enumerable.Repeat((sbyte)127, 9), .. Enumerable.Repeat((sbyte)-127, 9)], rounded);
    }

    [Fact]
    public void IntegersAndLongKernelsAreTheNearest()
    {
        float[] weights = [.. Enumerable.Range(0, 25).Select(i => i - 12f)];
        Assert.Equal(weights.Select(w => (sbyte)w), new WeightRounding([5, 5], [1, 1]).Round(weights, 1));
        float[] kernel = [.. Enumerable.Range(0, 1000).Select(i => 0.3f)];
        Assert.All(new WeightRounding([1000], [1]).Round(kernel, 1), r => Assert.Equal(0, r));
    }
}
