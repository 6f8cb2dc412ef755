using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Elementwise;

namespace CompileModel.Tests.Kernels;

/// <summary>
/// Elementwise kernels on int8 and uint8 in vectors against the reference: quantisation with ties and values beyond all ranges, dequantisation, rescaling sums, tails.
/// Kernels: <see cref="ElementwiseTemplate"/>.
/// </summary>
public sealed class ByteTests
{
    public static TheoryData<string> Targets => [.. OperatorBatch.Targets];

    private static readonly float[] Numbers =
        [0f, -0f, 0.5f, -0.5f, 1.5f, -1.5f, 2.5f, -2.5f, 126.5f, 127.5f, -128.5f, -127.5f, 254.5f, 255.5f, 1e10f, -1e10f, 3e38f, -3e38f, 32767f, -32769f, 65536f, float.PositiveInfinity, float.NegativeInfinity, 1e-30f];

    private static Tensor Floats(int seed, params int[] dims)
    {
        var (random, tensor) = (new Random(seed), Tensor.Zeros(ElementType.Float32, Shape.Of(dims)));
        foreach (ref float x in tensor.Fill<float>()) x = random.Next(4) == 0 ? Numbers[random.Next(Numbers.Length)] : random.Next(2) == 0 ? random.Next(-600, 600) / 2f : (float)(random.NextDouble() * 300 - 150);
        return tensor;
    }

    /// <summary>All values of int8 or uint8, at random.</summary>
    private static Tensor Bytes(ElementType type, int seed, params int[] dims)
    {
        var tensor = Tensor.Zeros(type, Shape.Of(dims));
        new Random(seed).NextBytes(tensor.Fill<byte>());
        return tensor;
    }

    private static IR.Operators.Fused.Elementwise Body(int operands, params Step[] steps) => new(new Expression(operands, [.. steps]));

    private static Step Quantized(ElementType type, int x, int scale, int zero, bool isFactor = true, int narrower = 0)
        => new(new QuantizeToGrid((type == ElementType.Int8 ? -128 : 0) + narrower, (type == ElementType.Int8 ? 127 : 255) - narrower, isFactor, zero), [x, scale]);

    [Theory]
    [MemberData(nameof(Targets))]
    public void Quantize(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var type in new[] { ElementType.Int8, ElementType.UInt8 })
        {
            for (int n = 1; n <= 150; n += n < 70 ? 1 : 9)
            {
                int zero = type == ElementType.Int8 ? (n % 256) - 128 : n % 256;
                batch.Add(Body(2, Quantized(type, 0, 1, zero, n % 2 == 0, n % 3), new(new Cast(type), [2])), [Floats(n, n), Tensor.Of(Shape.Scalar, n % 5 == 0 ? 0.37f : 1)], parts: 3);
                batch.Add(Body(2, Quantized(type, 0, 1, zero), new(new Cast(type), [2])), [Floats(n, 3, n), Samples.Floats(n, 0.1, 2, n)]);
            }
            batch.Add(Body(2, new(new Cast(ElementType.Float32), [0]), Quantized(type, 2, 1, 3), new(new Cast(type), [3])), [Samples.Numbers(ElementType.Int32, 5, 3, 77), Tensor.Of(Shape.Scalar, 7.5f)]);
        }
        batch.Run();
    }

    /// <summary>Quotients by a constant, where the kernel may take its reciprocal: at and next to what is rounded half to even.</summary>
    [Theory]
    [MemberData(nameof(Targets))]
    public void QuantizeByConstants(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var scale in new[] { 2 / 255f, 0.37f, 1 / 3f, 3.9999998f, 1.0000001f, 1e-9f, 7e12f })
        {
            float[] x = [.. Enumerable.Range(-300, 600).SelectMany(k => (float[])[(k + 0.5f) * scale, MathF.BitIncrement((k + 0.5f) * scale), MathF.BitDecrement((k + 0.5f) * scale)]), .. Numbers];
            foreach (var type in new[] { ElementType.Int8, ElementType.UInt8 })
                batch.Add(Body(2, Quantized(type, 0, 1, 7, isFactor: false), new(new Cast(type), [2])), [Tensor.From<float>(ElementType.Float32, Shape.Of(x.Length), x), Tensor.Of(Shape.Scalar, scale)], constant: [1]);
        }
        batch.Run();
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void DequantizeAndRescale(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var type in new[] { ElementType.Int8, ElementType.UInt8 })
        {
            Tensor factor = Tensor.Of(Shape.Scalar, 0.0371f), other = Tensor.Of(Shape.Scalar, 0.0173f), result = Tensor.Of(Shape.Scalar, 19.3f);
            var flipped = type == ElementType.Int8 ? ElementType.UInt8 : ElementType.Int8;
            for (int n = 1; n <= 150; n += n < 70 ? 1 : 9)
            {
                batch.Add(Body(2, new Step(new Dequantize(11), [0, 1])), [Bytes(type, n, n), factor], parts: 3);
                batch.Add(Body(1, new Step(new FlipSign(flipped), [0])), [Bytes(type, n, n)]);
                // Two operands with scales of their own, their sum quantised.
                batch.Add(Body(5, new(new Dequantize(3), [0, 2]), new(new Dequantize(-7), [1, 3]), new(new Add(), [5, 6]), Quantized(type, 7, 4, 11), new(new Cast(type), [8])),
                    [Bytes(type, n, 2, n), Bytes(type, n + 1, n % 2 == 0 ? [2, n] : [n]), factor, other, result]);
            }
            batch.Add(Body(2, new Step(new Max(), [0, 1]), new Step(new Min(), [2, 1])), [Bytes(type, 1, 3, 45), Bytes(type, 2, 3, 1)]);
            batch.Add(Body(2, new Step(new Less(), [0, 1]), new Step(new Where(), [2, 1, 0])), [Bytes(type, 1, 3, 45), Bytes(type, 2)]);
            batch.Add(Body(1, new Step(new Cast(ElementType.Int32), [0])), [Bytes(type, 1, 3, 45)]);
            batch.Add(Body(1, new Step(new Cast(ElementType.Float32), [0]), new(new Clamp(3, 90), [1]), new(new Cast(type), [2])), [Bytes(type, 1, 3, 45)]);
        }
        batch.Run();
    }
}
