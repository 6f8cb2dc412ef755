using CompileModel.IR;
using CompileModel.IR.Operators;
using static CompileModel.Tests.Operators.Evaluate;

namespace CompileModel.Tests.Operators;

/// <summary>Quantised operators on values worked out by hand.</summary>
public sealed class QuantizedOperatorTests
{
    private static readonly Conv Plain = new Conv([], [], [], 1, AutoPad.NotSet);

    [Fact]
    public void QuantizationRoundsHalfToEven()
    {
        Expect(new QuantizeToGrid(0, 10, false, 2), F(0, 2, 4, 10), F(-9, 1, 5, 90), F(2));
        Expect(new QuantizeToGrid(0, 10, true, 1), F(7), F(3), F(2));
        Expect(new QuantizeLinear(1, 0, true, ElementType.UInt8), U8(0, 2, 4, 255), F(-1, 2.5f, 3.5f, 1e9f), F([], 1));
        Expect(new QuantizeLinear(0, 0, true, ElementType.UInt8), I8(-128, 3), F(-1000, 4), F(1, 2), I8(0, 1));
        Expect(new QuantizeLinear(0, 2, true, ElementType.UInt8), U8(1, 2, 1), F(1, 2, 4), F(1, 4));
        Expect(new QuantizeLinear(1, 0, false, ElementType.Float8E4M3FN), Tensor.From<byte>(ElementType.Float8E4M3FN, Shape.Of(2), [0x38, 0x7F]), F(2, 2000), F([], 2));
        Expect(new DynamicQuantizeLinear(), U8(0, 64, 255), F(-1, 0, 3));
    }

    [Fact]
    public void DequantizationTakesTheZeroPointAway()
    {
        Expect(new DequantizeLinear(1, 0, null), F(-4, 0, 6), U8(1, 3, 6), F([], 2), Tensor.From<byte>(ElementType.UInt8, Shape.Scalar, [3]));
        Expect(new DequantizeLinear(0, 2, null), F(1, 2, 30), I8(1, 2, 3), F(1, 10));
        Expect(new DequantizeLinear(0, 0, ElementType.Float32), F(-3.5f), Tensor.From<sbyte>(ElementType.Int4, Shape.Of(1), [-7]), F([], 0.5f));
    }

    [Fact]
    public void ZeroPointsOfProductsAreSubtracted()
    {
        Expect(new IntegerMatMul(-1), I32([1, 1], (2 * 3) + (-4 * 127)), I8([1, 2], 1, -5), I8([2, 1], 3, 127));
        Expect(new IntegerConv([1, 2], [1, 1], [1, 1], [0, 1, 0, 0], 1, -128), I32([1, 1, 1, 2], 2 * 255, (3 * 255) + (2 * 128)), I8([1, 1, 1, 2], 127, 0), I8([1, 1, 1, 2], 3, 2));
        Expect(new FlipSign(ElementType.Int8), I8(-128, 0, 127), U8(0, 128, 255));
        Expect(new FlipSign(ElementType.UInt8), U8(0, 128, 255), I8(-128, 0, 127));
        Expect(new Dequantize(3), F(-4, 0, 6), U8(1, 3, 6), F([], 2));
    }

    [Fact]
    public void TablesBeginWithTheLowestValue()
    {
        byte[] squares = [.. Enumerable.Range(0, 256).Select(i => (byte)(i * i / 256))];
        Expect(new LookUp(), U8(0, 64, 254), I8(-128, 0, 127), U8(squares));
        Expect(new LookUp(), U8(0, 64, 254), U8(0, 128, 255), U8(squares));
    }

    [Fact]
    public void IntegerProductsAreExact()
    {
        var ones = U8([1, 4], 255, 255, 255, 255);
        Expect(new MatMulInteger(), I32([1, 1], 4 * 255 * 255), ones, U8([4, 1], 255, 255, 255, 255));
        Expect(new MatMulInteger(), I32([1, 1], 4 * 250), ones, U8([4, 1], 2, 2, 2, 2), U8(5), U8(1));
        byte[] many = [.. Enumerable.Repeat((byte)255, 1000)];
        Expect(new MatMulInteger(), I32([1, 1], 1000 * 255 * 255), U8([1, 1000], many), U8([1000, 1], many));
        Expect(new ConvInteger(Plain), I32([1, 1, 1], 1000 * 255 * 255), U8([1, 1000, 1], many), U8([1, 1000, 1], many));
        Expect(new ConvInteger(Plain), I32([1, 1, 2], -3, -2), U8([1, 1, 3], 1, 2, 3), U8([1, 1, 2], 1, 0), U8(4));
    }

    [Fact]
    public void QuantizedProductsAreRescaled()
    {
        Tensor a = U8([1, 2], 3, 5), b = U8([2, 1], 2, 4);
        Expect(new QLinearMatMul(), U8([1, 1], 14), a, F(1), U8(1), b, F(1), U8(0), F(2), U8(4));
        Expect(new QLinearConv(Plain), U8([1, 1, 1], 11), U8([1, 2, 1], 3, 5), F(1), U8(1), U8([1, 2, 1], 2, 4), F(1), U8(0), F(2), U8(0), I32([1], 2));
        Expect(new QGemm(1, false, false), F([1, 1], 21), a, F(1), U8(1), b, F(1), U8(0), I32([1], 1));
        Expect(new MatMulIntegerToFloat(), F([1, 1], 20.5f), a, b, F(1), F(1), U8(1), null, F(0.5f));
        Expect(new DynamicQuantizeMatMul(), F([1, 1], 510), F([1, 2], 0, 255), b, F(0.5f));
    }

    [Fact]
    public void ElementwiseOperatorsWorkOnRealValues()
    {
        Expect(new QLinearAdd(), U8(5, 9), U8(1, 2), F(2), U8(0), U8(4, 6), F(1), U8(1), F(1), U8(0));
        Expect(new QLinearMul(), U8(6, 20), U8(1, 2), F(2), U8(0), U8(4, 6), F(1), U8(1), F(1), U8(0));
        Expect(new QLinearSigmoid(), U8(50, 100), U8(3, 103), F(1), U8(3), F(0.01f), U8(0));
        Expect(new QLinearLeakyRelu(0.5f), U8(8, 14), U8(1, 9), F(1), U8(5), F(1), U8(10));
        Expect(new QLinearSoftmax(-1, false), U8([1, 2], 128, 128), U8([1, 2], 7, 7), F(1), U8(0), F(1 / 256f), U8(0));
        Expect(new QLinearAveragePool(new AveragePool([2], [], [], [], false, AutoPad.NotSet, false), true), U8([1, 1, 1], 4), U8([1, 2, 1], 2, 6), F(1), U8(1), F(1), U8(1));
        Expect(new QLinearGlobalAveragePool(false), U8([1, 1, 1], 3), U8([1, 1, 2], 2, 6), F(1), U8(0), F(2), U8(1));
        Expect(new QLinearConcat(0), U8(2, 8), F(1), U8(0), U8(2), F(1), U8(0), U8(5), F(2), U8(1));
    }

    private static Tensor U8(params byte[] values) => U8([values.Length], values);

    private static Tensor U8(int[] shape, params byte[] values) => Tensor.From<byte>(ElementType.UInt8, Shape.Of(shape), values);

    private static Tensor I8(params sbyte[] values) => I8([values.Length], values);

    private static Tensor I8(int[] shape, params sbyte[] values) => Tensor.From<sbyte>(ElementType.Int8, Shape.Of(shape), values);

    private static Tensor I32(int[] shape, params int[] values) => Tensor.From<int>(ElementType.Int32, Shape.Of(shape), values);
}
