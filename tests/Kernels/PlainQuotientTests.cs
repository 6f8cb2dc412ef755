using CompileModel.IR.Operators;
using CompileModel.Kernels.Elementwise;

namespace CompileModel.Tests.Kernels;

/// <summary>When a quotient may be two products (PlainQuotient): the same result for floats next to every tie, far away, and of any bits. ByteTests and IntegerProductTests hold the emitted code against the reference.</summary>
public sealed class PlainQuotientTests
{
    [Fact]
    public void ServesAlmostAllDivisorsAndChangesNoResult()
    {
        var random = new Random(1);
        var (op, served) = (new QuantizeToGrid(-128, 127, false, 7), 0);
        const int Divisors = 300;
        for (var i = 0; i < Divisors; i++)
        {
            var divisor = (float)(random.NextDouble() * Math.Pow(2, random.Next(-90, 91))) + 1e-30f;
            if (!PlainQuotient.Serves(op, divisor))
                continue;
            served++;
            for (var j = 0; j < 2000; j++)
            {
                var x = j % 2 == 0 ? BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)) : (float)((random.Next(-140, 140) + 0.5) * divisor);
                foreach (var near in new[] { MathF.BitDecrement(x), x, MathF.BitIncrement(x) })
                    Assert.True(float.IsNaN(near) || Rounded(near / divisor) == Rounded(Product(near, divisor)), $"{near:R} / {divisor:R}");
            }
            foreach (var x in new[] { float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, -float.MaxValue, float.Epsilon, 0, -0f })
                Assert.Equal(Rounded(x / divisor), Rounded(Product(x, divisor)));
        }
        Assert.InRange(served, Divisors * 99 / 100, Divisors);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(-1f)]
    [InlineData(1e-35f)]
    [InlineData(1e35f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void OtherNumbersAreDividedBy(float divisor) => Assert.False(PlainQuotient.Serves(new QuantizeToGrid(-128, 127, false), divisor));

    [Fact]
    public void FactorsAreNone() => Assert.False(PlainQuotient.Serves(new QuantizeToGrid(-128, 127, true), 0.5f));

    private static double Rounded(float quotient) => Math.Clamp(Math.Round((double)quotient, MidpointRounding.ToEven), -135, 120);

    // As PlainQuotient writes it.
    private static float Product(float x, float divisor)
    {
        var reciprocal = 1 / divisor;
        var high = reciprocal * (1 - 1f / (1 << 22));
        var low = MathF.FusedMultiplyAdd(-high, divisor, 1) * reciprocal;
        return MathF.FusedMultiplyAdd(x, high, x * low);
    }
}
