using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Winograd;
using CompileModel.Targets;

namespace CompileModel.Tests.Kernels;

/// <summary>Convolutions of bytes by transformed tiles of 16-bit integers: against the reference interpreter at tile edges and at the ends of the ranges, and when they are allowed.</summary>
public sealed class WinogradIntegerTests
{
    public static TheoryData<string> Targets => [.. OperatorBatch.Targets, "cortex-a72"];

    public static TheoryData<string> Forms => [.. WinogradForm.Integers.Select(f => f.Name)];

    private static Expression ToNumbers => new(2, [new Step(new Cast(ElementType.Float32), [0]), new Step(new Mul(), [2, 1])]);

    private static Expression ResidualBytes => new(4,
    [
        new Step(new Cast(ElementType.Float32), [0]), new Step(new Mul(), [4, 1]), new Step(new Dequantize(-7), [2, 3]), new Step(new Add(), [5, 6]),
        new Step(new QuantizeToGrid(-128, 127, true, 9), [7, 1]), new Step(new Cast(ElementType.Int8), [8]),
    ]);

    [Theory]
    [MemberData(nameof(Targets))]
    public void AgainstTheReference(string target)
    {
        var lanes = Isa.ForProfile(TargetProfiles.Load(target).Isas).Lanes(ElementType.Int16);
        var batch = new OperatorBatch(target);
        foreach (var form in WinogradForm.Integers)
        {
            for (var size = 1; size <= 2 * form.Outputs + 1; size++)
                Case(batch, form, ToBytes(5, size - 3), [1, 1, 1, 1], [1, size, 2 * form.Outputs + 2 - size, lanes], 17 + size, -128 + 20 * size, 7);
            for (var columns = 1; columns <= 2 * lanes + 1; columns += columns < 3 ? 1 : lanes / 2 - 1)
                Case(batch, form, ResidualBytes, [1, 1, 1, 1], [1, 5, 7, 2 * lanes], columns, 3, 7, [1, 5, 7, columns]);
            Case(batch, form, ToBytes(0, 0), [2, 1, 0, 2], [3, 7, 9, lanes], lanes + 1, 127, 7);
            foreach (int[] extra in (int[][])[[1], [10], [7, 1], [6, 1, 10]])
                Case(batch, form, ResidualBytes, [1, 1, 1, 1], [2, 6, 7, lanes], 10, 3, 7, extra);
            Case(batch, form, ToBytes(0, 0), [1, 1, 1, 1], [1, 26, 22, 4 * lanes], 3 * lanes, -128, 3);
        }
        batch.Run();
    }

    /// <summary>Values and weights at both ends of their ranges: every product of a transformed tile at its largest, and sums beyond int32.</summary>
    [Theory]
    [MemberData(nameof(Targets))]
    public void Extremes(string target)
    {
        const int Channels = 64;
        var batch = new OperatorBatch(target);
        foreach (var form in WinogradForm.Integers)
        {
            foreach (var zero in (int[])[-128, 0, 127])
            {
                Case(batch, form, ToNumbers, [1, 1, 1, 1], [1, 9, 8, Channels], 6, zero, 127, ends: true);
                Case(batch, form, ToNumbers, [0, 0, 0, 0], [1, 10, 10, Channels], 6, zero, -128, ends: true);
            }
        }
        batch.Run();
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void ValuesAndWeightsFitInt16(string name)
    {
        var form = WinogradForm.Integers.Single(f => f.Name == name);
        double[] magnitudes = [.. WinogradTransforms.InputMatrix(form).Select(row => row.Sum(Math.Abs))];
        Assert.InRange(255 * magnitudes.Max() * magnitudes.Max(), 1, short.MaxValue);

        // What each tap adds to the weight of each place.
        double[][] parts = [.. Enumerable.Range(0, 9).Select(tap => form.TransformWeights([.. Enumerable.Range(0, 9).Select(t => t == tap ? 1.0 : 0)]))];
        Assert.All(parts, p => Assert.All(p, w => Assert.Equal(Math.Round(w), w)));
        Assert.All(Enumerable.Range(0, form.Places), place => Assert.InRange(128 * parts.Sum(p => Math.Abs(p[place])), 1, short.MaxValue));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void MultiplesAreTakenBack(string name)
    {
        var form = WinogradForm.Integers.Single(f => f.Name == name);
        var multiple = unchecked(form.Multiple * form.Multiple * IntegerRange.Inverse(form));
        Assert.Equal(1 << IntegerRange.Shift(form), multiple);
        Assert.Equal(-12345, unchecked(-12345 * multiple) >> IntegerRange.Shift(form));
    }

    /// <summary>Results of any image fit the bits that are known of them, up to the very end; where they do not, the form is not offered.</summary>
    [Fact]
    public void ResultsFitOrTheFormIsNotOffered()
    {
        var form = WinogradForm.Integers.Single(f => f.Outputs == 4);
        sbyte[] Weights(int channels, sbyte value) => [.. Enumerable.Repeat(value, 9 * channels * 2)];
        Assert.True(IntegerRange.Fits(form, IntegerRange.Bits(Weights(512, 28), [], 2, 0, 255)));
        Assert.False(IntegerRange.Fits(form, IntegerRange.Bits(Weights(512, 29), [], 2, 0, 255)));
        var most = (1 << 25) - 1 - 9 * 128 * 255;
        Assert.True(IntegerRange.Fits(form, IntegerRange.Bits(Weights(128, 1), [0, most], 2, 0, 255)));
        Assert.False(IntegerRange.Fits(form, IntegerRange.Bits(Weights(128, 1), [0, most + 1], 2, 0, 255)));
        Assert.True(IntegerRange.Fits(form, IntegerRange.Bits(Weights(128, -1), [-most - 1, 0], 2, 0, 255)));
        Assert.False(IntegerRange.Fits(form, IntegerRange.Bits(Weights(128, -1), [-most - 2, 0], 2, 0, 255)));
        Assert.True(IntegerRange.Fits(WinogradForm.Integers[0], IntegerRange.Bits(Weights(400, -128), [], 2, -255, 0)));

        foreach (var target in (string[])["x86-64-v3", "cortex-a53", "cortex-a72"])
        {
            Assert.Equal(["", ""], Obstacles(target, 64, 1));
            Assert.Equal(["", "results may not fit 26 bits"], Obstacles(target, 512, 127));
            Assert.Equal(["36 channels are not whole vectors", "36 channels are not whole vectors"], Obstacles(target, 36, 1));
        }
        Assert.Empty(Obstacles("cortex-a55", 64, 1));
    }

    private static string[] Obstacles(string target, int channels, sbyte weight)
    {
        Tensor[] inputs = [Tensor.Zeros(ElementType.Int8, Shape.Of(1, 8, 8, channels)), Tensor.From<sbyte>(ElementType.Int8, Shape.Of(3, 3, channels, 16), [.. Enumerable.Repeat(weight, 9 * channels * 16)]), Tensor.Of(Shape.Scalar, 0.5f)];
        var values = inputs.Select((t, i) => new Value($"in{i}", t.Type)).ToArray();
        var op = new ConvNhwc([3, 3], [1, 1], [1, 1], [1, 1, 1, 1], 1, ToNumbers, InputZero: 0);
        var result = new Value("out", new(ElementType.Float32, Shape.Of(1, 8, 8, 16)));
        var node = new Node(op, [values[0], values[1], null, values[2]], [result], []);
        var graph = new Graph("case", Stage.Fused, [values[0]], [new GraphOutput("out", result)], [node], System.Collections.Immutable.ImmutableDictionary.CreateRange(values.Skip(1).Zip(inputs.Skip(1), (v, t) => KeyValuePair.Create(v, t))));
        var candidates = ConvolutionForms.Candidates(new LoweringContext(graph, node, TargetProfiles.Load(target)));
        return [.. candidates.Where(c => c.Form is { IsInteger: true }).Select(c => c.Candidate.Obstacle ?? "")];
    }

    private static Expression ToBytes(int narrower, int zero)
        => new(2, [new Step(new Cast(ElementType.Float32), [0]), new Step(new QuantizeToGrid(-128 + narrower, 127 - narrower, true, zero), [2, 1]), new Step(new Cast(ElementType.Int8), [3])]);

    private static void Case(OperatorBatch batch, WinogradForm form, Expression epilogue, Ints pads, int[] image, int columns, int zero, int weight, int[]? extra = null, bool ends = false)
    {
        sbyte Weight(Random r) => !ends ? (sbyte)r.Next(-weight, weight + 1) : weight < 0 ? (sbyte)weight : (sbyte)(r.Next(2) == 0 ? 127 : -128);
        List<Tensor> inputs =
        [
            Bytes(1, r => ends ? (sbyte)(r.Next(2) == 0 ? 127 : -128) : (sbyte)r.Next(-128, 128), image), Bytes(2, Weight, 3, 3, image[3], columns),
            Tensor.From<int>(ElementType.Int32, Shape.Of(columns), [.. Enumerable.Range(0, columns).Select(i => (i - 3) * 123)]), Samples.Floats(4, 0.005, 0.02, columns),
        ];
        if (extra is not null)
            inputs.AddRange([Bytes(5, r => (sbyte)r.Next(-128, 128), extra), Tensor.Of(Shape.Scalar, 0.3f)]);
        batch.Add(new ConvNhwc([3, 3], [1, 1], [1, 1], pads, 1, epilogue, InputZero: zero), [.. inputs], 0, parts: 3, constant: [1, 2], form: form);
    }

    private static Tensor Bytes(int seed, Func<Random, sbyte> next, params int[] dims)
    {
        var random = new Random(seed);
        return Tensor.From<sbyte>(ElementType.Int8, Shape.Of(dims), [.. Enumerable.Range(0, dims.Aggregate(1, (a, d) => a * d)).Select(_ => next(random))]);
    }
}
