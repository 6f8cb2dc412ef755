using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels;
using CompileModel.Kernels.Depthwise;
using CompileModel.Targets;

namespace CompileModel.Tests.Kernels;

/// <summary>Depthwise convolutions of int8 against the reference interpreter: groups of channels, positions, zero points, weights of both types, epilogues, extreme values. <see cref="DepthwiseBytesTemplate"/>, <see cref="DepthwiseDotsTemplate"/>.</summary>
public sealed class DepthwiseBytesTests
{
    public static TheoryData<string> Targets => [.. OperatorBatch.Targets, "neoverse-n1"];

    private static readonly Expression Sums = Expression.Identity;

    // Operand 1 is a factor for each channel.
    private static Expression Quantized(ElementType type, float narrower = 0)
    {
        var (min, max) = type == ElementType.Int8 ? (-128f, 127f) : (0f, 255f);
        return new(2, [new(new Cast(ElementType.Float32), [0]), new(new QuantizeToGrid(min + narrower, max - narrower, true, type == ElementType.Int8 ? -11 : 117), [2, 1]), new(new Cast(type), [3])]);
    }

    // Operand 2 is an int8 residual with a factor of its own.
    private static Expression Residual => new(3, [new(new Cast(ElementType.Float32), [0]), new(new Mul(), [3, 1]), new(new Cast(ElementType.Float32), [2]), new(new Add(), [4, 5]),
        new(new QuantizeToGrid(-128, 127, true, 3), [6, 1]), new(new Cast(ElementType.Int8), [7])]);

    private static Expression Reals => new(2, [new(new Cast(ElementType.Float32), [0]), new(new Mul(), [2, 1])]);

    private static ConvNhwc Square(int kernel, int stride, int dilation, int pad, int channels, Expression epilogue, int zero) =>
        new([kernel, kernel], [stride, stride], [dilation, dilation], [pad, pad, pad, pad], channels, epilogue, InputZero: zero);

    [Theory]
    [MemberData(nameof(Targets))]
    public void AgainstReference(string target)
    {
        var batch = new OperatorBatch(target);
        for (int c = 2; c <= 70; c += c < 18 ? 1 : 7) Add(batch, Square(3, 1, 1, 1, c, c % 3 == 0 ? Sums : Quantized(c % 3 == 1 ? ElementType.Int8 : ElementType.UInt8, c % 2 * 20), c - 20), 1, 5, 6, c % 4 == 0);
        for (int w = 1; w <= 20; w++) Add(batch, Square(3, 2, 1, 1, 16, w % 2 == 0 ? Residual : Reals, -128), 1, 4, w, w % 3 == 0);
        for (int w = 3; w <= 13; w++) Add(batch, Square(3, 1, 1, 0, 24, Quantized(ElementType.Int8), 5), 2, 4, w, w % 3 == 0);
        for (int w = 1; w <= 24; w++) Add(batch, Square(3, 1, 1, 1, 8 + w % 9, w % 2 == 0 ? Quantized(ElementType.Int8) : Residual, 7), 1, 1 + w % 6, w, false);
        for (int w = 4; w <= 20; w++) Add(batch, new ConvNhwc([2 + w % 3, 1 + w % 4], [1 + w % 2, 1 + w % 5 % 4], [1, 1], [0, 0, 0, 0], 24, w % 3 == 0 ? Sums : Quantized(ElementType.Int8), InputZero: -9), 1, 9, w, false);
        for (int c = 120; c <= 264; c += 24) Add(batch, Square(3, 1, 1, 1, c + c / 24 % 2 * 3, Quantized(ElementType.UInt8), 3), 1, 7, 7, false);
        Add(batch, Square(5, 1, 1, 2, 20, Quantized(ElementType.Int8), 127), 2, 9, 10, false);
        Add(batch, Square(5, 2, 1, 2, 36, Quantized(ElementType.UInt8), 1), 1, 9, 11, true);
        Add(batch, Square(7, 1, 1, 3, 8, Residual, -7), 1, 9, 17, false);
        Add(batch, Square(3, 1, 2, 2, 33, Quantized(ElementType.Int8), 4), 1, 8, 9, false);
        Add(batch, new ConvNhwc([1, 3], [1, 2], [1, 3], [0, 2, 0, 0], 24, Quantized(ElementType.Int8), InputZero: 9), 1, 3, 21, false);
        Add(batch, new ConvNhwc([2, 1], [1, 1], [1, 1], [1, 0, 0, 0], 17, Sums, InputZero: 9), 1, 5, 9, false);
        Add(batch, new ConvNhwc([10, 4], [1, 1], [1, 1], [4, 1, 5, 2], 6, Quantized(ElementType.Int8), InputZero: -3), 1, 12, 6, true);
        batch.Run();
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void ExtremeValues(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var (x, w, zero) in new[] { (-128, -128, 127), (-128, -127, 127), (-128, 127, 0), (127, 127, -128), (127, -128, -128), (-128, 255, 127), (-128, -32768, 127), (127, 32767, -128) })
        {
            foreach (int kernel in new[] { 3, 5 })
            {
                var shape = Shape.Of(kernel, kernel, 1, 19);
                var weights = w is >= -128 and <= 127 ? Tensor.From<sbyte>(ElementType.Int8, shape, [.. Enumerable.Repeat((sbyte)w, (int)shape.Count)]) : Tensor.From<short>(ElementType.Int16, shape, [.. Enumerable.Repeat((short)w, (int)shape.Count)]);
                var values = Tensor.From<sbyte>(ElementType.Int8, Shape.Of(1, 6, 7, 19), [.. Enumerable.Repeat((sbyte)x, 6 * 7 * 19)]);
                batch.Add(Square(kernel, 1, 1, kernel / 2, 19, Sums, zero), [values, weights, Bias(19)], parts: 2, constant: [1, 2]);
                batch.Add(Square(kernel, 1, 1, kernel / 2, 19, Quantized(ElementType.Int8), zero), [values, weights, Bias(19), Samples.Floats(1, 0.00001, 0.01, 19)], parts: 2, constant: [1, 2, 3]);
            }
        }
        batch.Run();
    }

    /// <summary>Weights of which three products fit 16 bits, to the last unit, in all groups of channels or in some; factors of few bits, which integers stand for where cores gain from it, and others.</summary>
    [Theory]
    [MemberData(nameof(Targets))]
    public void ShortSumsAndFactors(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (int channels in new[] { 8, 11, 16, 24, 43 })
        {
            foreach (int? x in new int?[] { -128, 127, null })
            {
                foreach (bool areExact in new[] { true, false })
                {
                    int width = channels - 3 + (x is null ? 0 : 14);
                    var random = new Random(channels);
                    var input = x is null ? Bytes(random, 1, 5, width, channels) : Tensor.From<sbyte>(ElementType.Int8, Shape.Of(1, 5, width, channels), [.. Enumerable.Repeat((sbyte)x, 5 * width * channels)]);
                    foreach (int large in new[] { -1, 1, 3 })
                    {
                        var op = Square(3, areExact ? 1 : 1 + channels % 2, 1, 1, channels, Quantized(ElementType.Int8), large - 100);
                        batch.Add(op, [input, Columns(channels, large), Bias(channels), Factors(channels, areExact)], parts: 2, constant: [1, 2, 3]);
                    }
                }
            }
        }
        batch.Run();
    }

    [Theory]
    [InlineData("cortex-a53", -1, true, "3,3,3", true)]
    [InlineData("cortex-a53", 1, true, "3,2,2", true)]
    [InlineData("cortex-a53", 0, false, "2,3,3", false)]
    [InlineData("cortex-a72", 0, true, "2,3,3", false)]
    public void Forms(string target, int large, bool areExact, string together, bool hasFactors)
    {
        Tensor[] constants = [Columns(19, large), Bias(19), Factors(19, areExact)];
        var x = new Value("x", new(ElementType.Int8, Shape.Of(1, 6, 7, 19)));
        var values = constants.Select((t, i) => new Value($"in{i}", t.Type)).ToArray();
        var y = new Value("y", new(ElementType.Int8, Shape.Of(1, 6, 7, 19)));
        var node = new Node(Square(3, 1, 1, 1, 19, Quantized(ElementType.Int8), 4), [x, .. values], [y], []);
        var graph = new Graph("case", Stage.Fused, [x], [new GraphOutput("y", y)], [node], System.Collections.Immutable.ImmutableDictionary.CreateRange(values.Zip(constants, KeyValuePair.Create)));
        var template = Assert.IsType<DepthwiseBytesTemplate>(Lowerings.Lower(graph, node, TargetProfiles.Load(target), null)!.Steps[^1].Template);
        Assert.Equal((together, hasFactors), (string.Join(',', template.Together), template.Shift > 0));
    }

    // Columns of weights whose magnitudes add up to what fits 16 bits with any bytes; in one group of channels to more.
    private static Tensor Columns(int channels, int large) => Tensor.From<sbyte>(ElementType.Int8, Shape.Of(3, 3, 1, channels),
        [.. Enumerable.Range(0, 9 * channels).Select(i => (Tap: i / channels, Channel: i % channels)).Select(i => (sbyte)((i.Channel / 8 == large ? 127 : i.Tap / 3 == i.Channel % 3 ? 115 : 70) * (i.Channel % 4 == 0 ? 1 : i.Channel % 4 == 1 ? -1 : i.Tap % 2 * 2 - 1)))]);

    // Odd factors of nine bits: no sum that counts is half way between two results, and float32 holds all products.
    private static Tensor Factors(int channels, bool areExact)
    {
        var random = new Random(channels);
        return Tensor.From<float>(ElementType.Float32, Shape.Of(channels), [.. Enumerable.Range(0, channels).Select(i => areExact ? (301 + 2 * random.Next(105)) / 65536f : random.NextSingle() * 0.01f)]);
    }

    private static void Add(OperatorBatch batch, ConvNhwc op, int images, int height, int width, bool words)
    {
        int c = op.Groups;
        var random = new Random(c + width);
        var shape = Shape.Of(op.Kernel[0], op.Kernel[1], 1, c);
        var weights = words ? Tensor.From<short>(ElementType.Int16, shape, [.. Enumerable.Range(0, (int)shape.Count).Select(_ => (short)random.Next(-255, 256))])
            : Tensor.From<sbyte>(ElementType.Int8, shape, [.. Enumerable.Range(0, (int)shape.Count).Select(_ => (sbyte)random.Next(-127, 128))]);
        List<Tensor> inputs = [Bytes(random, images, height, width, c), weights, Bias(c)];
        if (op.Epilogue.Operands > 1) inputs.Add(Samples.Floats(c, 0.001, 0.01, c));
        if (op.Epilogue.Operands > 2)
        {
            var result = op.Infer(new InferenceContext([.. inputs.Select(t => t.Type), new(ElementType.Int8, Shape.Of(1))], [], 1))[0].Shape;
            inputs.Add(Bytes(random, result.ToArray()));
        }
        batch.Add(op, [.. inputs], parts: 3, constant: [1, 2, 3]);
    }

    private static Tensor Bias(int count) => Tensor.From<int>(ElementType.Int32, Shape.Of(count), [.. Enumerable.Range(0, count).Select(i => (i - 3) * 123)]);

    private static Tensor Bytes(Random random, params int[] dims)
    {
        var tensor = Tensor.Zeros(ElementType.Int8, Shape.Of(dims));
        random.NextBytes(tensor.Fill<byte>());
        return tensor;
    }
}
