using CompileModel.IR;
using CompileModel.IR.Operators;
using static CompileModel.Tests.Operators.Evaluate;

namespace CompileModel.Tests.Operators;

/// <summary>Floats of 8 and 4 bits, integers of 4 and 2 bits: codes worked out by hand, and rounding against a search for the nearest value.</summary>
public sealed class NarrowTypeTests
{
    /// <summary>Types with sign and fraction, their largest and smallest positive value.</summary>
    public static TheoryData<ElementType, float, float> Formats => new()
    {
        { ElementType.Float8E4M3FN, 448, 1 / 512f }, { ElementType.Float8E4M3FNUZ, 240, 1 / 1024f },
        { ElementType.Float8E5M2, 57344, 1 / 65536f }, { ElementType.Float8E5M2FNUZ, 57344, 1 / 131072f }, { ElementType.Float4E2M1, 6, 0.5f },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void CodesAreValues(ElementType type, float largest, float smallest)
    {
        float[] finite = [.. Values(type).Where(float.IsFinite)];
        Assert.Equal(largest, finite.Max());
        Assert.Equal(-largest, finite.Min());
        Assert.Equal(smallest, finite.Where(v => v > 0).Min());
        for (int code = 0; code < Codes(type); code++)
            if (!float.IsNaN(NarrowFloat.Decode(type, (byte)code))) Assert.Equal(code, NarrowFloat.Encode(type, NarrowFloat.Decode(type, (byte)code)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void CastsRoundToTheNearest(ElementType type, float largest, float smallest)
    {
        float[] finite = [.. Values(type).Where(float.IsFinite).Distinct()];
        var random = new Random(1);
        for (int i = 0; i < 2000; i++)
        {
            float x = (float)((random.NextDouble() * 2) - 1) * (i % 2 == 0 ? largest : smallest * 20);
            float rounded = NarrowFloat.Decode(type, NarrowFloat.Encode(type, x));
            Assert.True(Math.Abs((double)x - rounded) <= finite.Min(v => Math.Abs((double)x - v)), $"{x:R} became {rounded:R}");
        }
    }

    [Fact]
    public void CastsSaturateOrNot()
    {
        Expect(new Cast(ElementType.Float8E4M3FN), Codes(ElementType.Float8E4M3FN, 0x7E, 0x7E, 0xFE, 0x7F, 0x80), F(464.1f, float.PositiveInfinity, float.NegativeInfinity, float.NaN, -0f));
        Expect(new Cast(ElementType.Float8E4M3FN, Saturate: false), Codes(ElementType.Float8E4M3FN, 0x7E, 0x7F, 0xFF), F(464, 464.1f, float.NegativeInfinity));
        Expect(new Cast(ElementType.Float8E5M2, Saturate: false), Codes(ElementType.Float8E5M2, 0x7C, 0xFC, 0x7B), F(1e6f, float.NegativeInfinity, 57344));
        Expect(new Cast(ElementType.Float8E5M2FNUZ), Codes(ElementType.Float8E5M2FNUZ, 0x7F, 0, 0x80), F(1e6f, -0f, float.NaN));
        Expect(new Cast(ElementType.Float4E2M1), Codes(ElementType.Float4E2M1, 0, 2, 0xE, 7, 8), F(0.25f, 1.2f, -3.5f, 1e9f, float.NaN));
    }

    [Fact]
    public void ScalesArePowersOfTwo()
    {
        var x = F(0, 0.124f, 1, 1.1f, 1.5f, -3, float.NaN, 3e38f);
        Expect(new Cast(ElementType.Float8E8M0), Codes(ElementType.Float8E8M0, 0, 124, 127, 128, 128, 129, 255, 254), x);
        Expect(new Cast(ElementType.Float8E8M0, Rounding: ScaleRounding.Down), Codes(ElementType.Float8E8M0, 0, 123, 127, 127, 127, 128, 255, 254), x);
        Expect(new Cast(ElementType.Float8E8M0, false, ScaleRounding.Nearest), Codes(ElementType.Float8E8M0, 0, 124, 127, 127, 128, 129, 255, 255), x);
        Expect(new Cast(ElementType.Float32), F(0.25f, float.NaN), Codes(ElementType.Float8E8M0, 125, 255));
    }

    [Fact]
    public void SmallIntegersWrap()
    {
        Expect(new Cast(ElementType.Int4), Tensor.From<sbyte>(ElementType.Int4, Shape.Of(4), [7, -8, 7, -8]), F(-9, -8, 7, 8));
        Expect(new Cast(ElementType.UInt2), Tensor.From<byte>(ElementType.UInt2, Shape.Of(3), [3, 0, 1]), I(-1, 4, 5));
        Expect(new CastLike(), Tensor.From<sbyte>(ElementType.Int2, Shape.Of(2), [-2, 1]), I(2, -3), Tensor.Zeros(ElementType.Int2, Shape.Scalar));
        Expect(new Cast(ElementType.Float16), Tensors.Make(ElementType.Float16, Shape.Of(2), i => i == 0 ? -3 : 7), Tensor.From<sbyte>(ElementType.Int4, Shape.Of(2), [-3, 7]));
    }

    private static int Codes(ElementType type) => 1 << type.Bits();

    private static IEnumerable<float> Values(ElementType type) => Enumerable.Range(0, Codes(type)).Select(code => NarrowFloat.Decode(type, (byte)code));

    private static Tensor Codes(ElementType type, params byte[] codes) => Tensor.From<byte>(type, Shape.Of(codes.Length), codes);
}
