using CompileModel.Kernels.Elementwise;

namespace CompileModel.Tests.Kernels;

/// <summary>Requantisation by integers against that of float32, for every sum. <see cref="IntegerFactor"/>.</summary>
public sealed class IntegerFactorTests
{
    /// <summary>Factors of few bits are proven; what is proven holds.</summary>
    [Theory]
    [InlineData(20, 640, 0)]
    [InlineData(20, 9991, -128)]
    [InlineData(22, 4095, 127)]
    [InlineData(17, 1, 3)]
    [InlineData(16, 17001, -128)]
    [InlineData(24, 32766, 5)]
    [InlineData(19, 4096, -7)]
    public void ProvenForAllSums(int shift, int factor, int zero)
    {
        int proven = 0;
        foreach (int bias in new[] { 0, 1, -1, 12345, -54321, 700_000, -700_000 })
        {
            foreach (var (lowest, highest) in new[] { (-32640, 32512), (-1, 0), (0, 0), (-60_000, 5) })
            {
                float real = (float)(factor * Math.Pow(2, -shift));
                if (IntegerFactor.Of(lowest, highest, bias, real, zero, shift) is not { } found) continue;
                proven++;
                Check(found, lowest, highest, bias, real, zero, shift);
            }
        }
        Assert.InRange(proven, 10, 28);
    }

    /// <summary>Other factors are rarely proven, but what is holds, too.</summary>
    [Fact]
    public void AnyFactors()
    {
        var random = new Random(7);
        int proven = 0;
        for (int i = 0; i < 3000; i++)
        {
            int lowest = -random.Next(1, 1 << random.Next(4, 17)), highest = random.Next(1, 1 << random.Next(4, 17)), bias = random.Next(-(1 << 16), 1 << 16), zero = random.Next(-128, 128), shift = random.Next(16, 25);
            float real = (float)Math.Pow(2, -1 - (11 * random.NextDouble()));
            if (IntegerFactor.Of(lowest, highest, bias, real, zero, shift) is not { } found) continue;
            proven++;
            Check(found, lowest, highest, bias, real, zero, shift);
        }
        Assert.InRange(proven, 300, 2000);
    }

    /// <summary>A factor beyond 16 bits, sums beyond 32 bits, a factor between two numbers of the shift where that matters, and no factor.</summary>
    [Theory]
    [InlineData(-100, 100, 0, 0.5f, 17)]
    [InlineData(-100_000, 100_000, 0, 0.03f, 20)]
    [InlineData(-100, int.MaxValue, 1, 0.001f, 20)]
    [InlineData(-30_000, 30_000, 0, 0.0012345f, 20)]
    [InlineData(-100, 100, 0, 0f, 20)]
    [InlineData(-100, 100, 0, float.NaN, 20)]
    public void NotProven(int lowest, int highest, int bias, float factor, int shift) => Assert.Null(IntegerFactor.Of(lowest, highest, bias, factor, 0, shift));

    private static void Check(IntegerFactor found, int lowest, int highest, int bias, float factor, int zero, int shift)
    {
        for (int sum = lowest; sum <= highest; sum++)
        {
            int expected = (int)Math.Clamp(Math.Round((double)((float)(sum + bias) * factor)) + zero, -128, 127);
            long whole = ((long)sum * found.Factor) + found.Start;
            Assert.InRange(whole, int.MinValue, int.MaxValue);
            // As the instructions do it: the upper halves, then a shift that rounds.
            long actual = Math.Clamp(((whole >> 16) + (shift > 16 ? 1L << (shift - 17) : 0)) >> (shift - 16), -128, 127);
            if (expected != actual) Assert.Fail($"sum {sum} bias {bias} factor {factor}: {actual}, not {expected}");
        }
    }
}
