using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.Frontend.Editing;
using CompileModel.IR;
using CompileModel.Kernels.Depthwise;
using CompileModel.Kernels.Gemm;
using CompileModel.Passes;
using CompileModel.Quantization;
using CompileModel.Quantization.Calibration;
using CompileModel.Quantization.Ranges;
using CompileModel.Reference;
using CompileModel.Targets;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Quantization;

/// <summary>A float network is calibrated, planned and written as QDQ; the reference interpreter runs all three models.</summary>
public sealed class QuantizerTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly Random random = new(5);

    [Fact]
    public void QuantizedNetworkIsCloseToTheFloatOne()
    {
        string path = Network();
        var input = Tensor.Of(Shape.Of(1, 3, 8, 8), Numbers(192));
        var expected = Run(path, input);
        var model = EditableModel.Read(path);
        Quantizer.Prepare(model);
        Assert.DoesNotContain(model.Nodes, n => n.OpType == "BatchNormalization");
        var scope = QuantizationScope.Of(model);
        Assert.Equal(3, scope.ProductCount);

        var plan = Quantizer.Plan(model, scope, Ranges(model, scope, input));
        Assert.Equal(plan, Quantizer.Plan(model, scope, Ranges(model, scope, input)));
        Quantizer.Apply(model, plan);
        File.WriteAllBytes(folder["int8.onnx"], model.ToBytes());

        // MaxPool moves integers: its operand is one, on the grid of its result.
        Assert.All(plan.Nodes.Where(n => n.IsProduct), n => Assert.Equal(ElementType.Int8, n.Weights!.Data.Element));
        var pool = model.Nodes.Single(n => n.OpType == "MaxPool");
        Assert.Equal("DequantizeLinear", model.Nodes.Single(n => n.Outputs.Contains(pool.Input(0))).OpType);
        var actual = Run(folder["int8.onnx"], input);
        double most = expected.Span<float>().ToArray().Max(Math.Abs);
        for (int i = 0; i < expected.Count; i++) Assert.InRange(actual.AsDouble(i), expected.AsDouble(i) - (0.04 * most), expected.AsDouble(i) + (0.04 * most));
    }

    [Fact]
    public void WeightsAreSymmetricByChannel()
    {
        var model = Load(out var node, [2, 3], [1f, -2f, 0.37f, 0f, 0f, 0f], [3f, 1e6f]);
        var weights = Product.Of(model, node)!.Quantize(0.5f, []);
        Assert.Equal(0, weights.Axis);
        Assert.Equal([64, -127, 23, 0, 0, 0], weights.Data.ToLongs());
        Assert.Equal(2f / 127, weights.Scales.AsDouble(0), 1e-6);
        Assert.Equal(Math.Round(3 / 0.5 / (2.0 / 127)), weights.Bias!.AsLong(0));
        // Weights of zeros beside a large bias: the scale grows until it fits.
        Assert.Equal(1e6, weights.Bias.AsLong(1) * 0.5 * weights.Scales.AsDouble(1), 1.0);
    }

    [Fact]
    public void BiasTakesBackWhatRoundingWeightsAdds()
    {
        var model = Load(out var node, [1, 3], [1.27f, 0.013f, -0.406f], [1f]);
        var product = Product.Of(model, node)!;
        var weights = product.Quantize(0.001f, [2f, 5f, 10f]);
        Assert.Equal([127, 1, -41], weights.Data.ToLongs());
        // 0.01 in the place of 0.013 by 5, -0.41 in the place of -0.406 by 10.
        Assert.Equal(1 + 0.015 + 0.04, weights.Bias!.AsLong(0) * 0.001 * weights.Scales.AsDouble(0), 1e-5);
    }

    [Fact]
    public void WeightsOnAGridStayExact()
    {
        // Numbers from -110 to 140 times 0.5: the second channel reaches 100, the third beyond 127.
        float[] row = [1.5f, -2f, 0.5f, 50f, -55f, 4f, 70f, 0.5f, -30f];
        var weights = Product.Of(Load(out var node, [3, 3], row, [0f, 0f, 0f]), node)!.Quantize(1f, []);
        Assert.Equal(0.5, weights.Scales.AsDouble(0));
        Assert.Equal([3, -4, 1, 100, -110, 8], weights.Data.ToLongs()[..6]);
        Assert.Equal(70.0 / 127, weights.Scales.AsDouble(2), 1e-6);
    }

    /// <summary>Neighbours are alike: what rounding one tap loses the others make good, so that a smooth image gives what it gave. Each kernel for itself, and not in matrix products.</summary>
    [Fact]
    public void TapsOfAKernelMakeGoodWhatRoundingLoses()
    {
        float[] kernels = [.. Enumerable.Range(0, 36).Select(i => i % 9 == 4 ? 127f : 3.4f + (0.001f * i))];
        var b = new OnnxModelBuilder();
        b.Output(b.Node("Conv", [b.Input("x", 1, 2, 8, 8), b.Constant([2, 2, 3, 3], kernels)], ("pads", new[] { 1, 1, 1, 1 })));
        var model = EditableModel.Read(b.Save(folder["conv.onnx"]));
        var weights = Product.Of(model, model.Nodes[0])!.Quantize(1f, []);
        Assert.Equal(1, weights.Scales.AsDouble(0), 1e-6);
        Assert.All(weights.Data.ToLongs().Chunk(9), k => Assert.InRange(k.Sum(), 153, 155));
        Assert.All(weights.Data.ToLongs().Zip(kernels), w => Assert.InRange(w.First, w.Second - 2, w.Second + 2));

        float[] row = [127f, 3.4f, 3.3f, 3.2f];
        Assert.Equal([127, 3, 3, 3], Product.Of(Load(out var gemm, [1, 4], row, [0f]), gemm)!.Quantize(1f, []).Data.ToLongs());
    }

    /// <summary>Channels of large weights get scales that let products of four units be added; that costs one bit at most. A channel that lets it keeps its scale.</summary>
    [Fact]
    public void ScalesGrowForShortSums()
    {
        float[] row = [.. Enumerable.Range(0, 72).Select(i => MathF.Cos(i * i)), .. Enumerable.Repeat(1f, 72), 1f, .. Enumerable.Repeat(0.2f, 71)];
        var product = Product.Of(Load(out var node, [3, 72], row, [0f, 0f, 0f]), node)!;
        var (plain, limited) = (product.Quantize(1f, []), product.Quantize(1f, [], new(_ => 4)));
        var columns = limited.Data.Span<sbyte>().ToArray().Chunk(72).ToArray();
        Assert.All(columns, c => Assert.Equal(4, ShortSums.Units([c], 72)));
        Assert.All(columns.Take(2), c => Assert.InRange(c.Max(Math.Abs), 63, 126));
        Assert.Equal(plain.Scales.AsDouble(2), limited.Scales.AsDouble(2));
        Assert.InRange(limited.Scales.AsDouble(1) / plain.Scales.AsDouble(1), 1.9, 2.1);

        // More units where few weights are large; where they would cost more than a bit, fewer units.
        Assert.Equal(limited.Scales.Span<float>().ToArray()[..2], product.Quantize(1f, [], new(_ => 8)).Scales.Span<float>().ToArray()[..2]);
        float[] few = [.. Enumerable.Range(0, 64).Select(i => i % 9 == 0 ? 1f : 0.2f + (0.01f * MathF.Cos(i * i)))];
        var eight = Product.Of(Load(out var deep, [1, 64], few, [0f]), deep)!.Quantize(1f, [], new(run => run / 8));
        Assert.Equal(8, ShortSums.Units([eight.Data.Span<sbyte>().ToArray()], 64, 8));
        Assert.InRange(eight.Scales.AsDouble(0) * 127, 1.1, 1.3);
    }

    /// <summary>
    /// Scales of a depthwise convolution grow until three products fit 16 bits and integers requantise the results; little, and not where nothing is gained.
    /// </summary>
    [Fact]
    public void ScalesGrowForDepthwiseConvolutions()
    {
        var b = new OnnxModelBuilder();
        b.Output(b.Node("Conv", [b.Input("x", 1, 48, 8, 8), b.Constant([48, 1, 3, 3], Numbers(432)), b.Constant([48], Numbers(48))], ("pads", new[] { 1, 1, 1, 1 }), ("group", 48)));
        var model = EditableModel.Read(b.Save(folder["depthwise.onnx"]));
        var product = Product.Of(model, model.Nodes[0])!;
        var (input, result) = (new TensorGrid(ElementType.Int8, 0.0237f, -128), new TensorGrid(ElementType.UInt8, 0.0171f, 3));
        var plain = product.Quantize(input.Scale, [], WeightGoals.Of(TargetProfiles.Load("neoverse-n1"), input, result));
        var limited = product.Quantize(input.Scale, [], WeightGoals.Of(TargetProfiles.Load("cortex-a72"), input, result));
        var chosen = product.Quantize(input.Scale, [], WeightGoals.Of(TargetProfiles.Load("cortex-a53"), input, result));
        int Taps(QuantizedWeights weights) => DepthwiseTaps.OfGroups([3, 3], 48, (c, t) => weights.Data.Span<sbyte>()[(c * 9) + t]).Min();
        Assert.Equal([2, 3, 3], [Taps(plain), Taps(limited), Taps(chosen)]);
        bool AreProven(QuantizedWeights weights) => Enumerable.Range(16, 9).Any(shift => Enumerable.Range(0, 48).All(c =>
        {
            int[] own = [.. weights.Data.Span<sbyte>().Slice(c * 9, 9).ToArray().Select(w => (int)w)];
            return DepthwiseFactors.Of(own, weights.Bias!.Span<int>()[c] + (128 * own.Sum()), input.Scale * weights.Scales.Span<float>()[c] / result.Scale, result.Zero - 128, shift) is not null;
        }));
        Assert.Equal([false, false, true], [AreProven(plain), AreProven(limited), AreProven(chosen)]);
        for (int c = 0; c < 48; c++)
        {
            Assert.InRange(limited.Scales.AsDouble(c) / plain.Scales.AsDouble(c), 1, 1.5);
            Assert.InRange(chosen.Scales.AsDouble(c) / limited.Scales.AsDouble(c), 1, 1.01);
        }
    }

    [Fact]
    public void RangesMustBeFinite()
    {
        var model = Load(out _, [2, 3], [1f, -2f, 0.5f, 0f, 0f, 0f], [3f, 1f]);
        var ranges = new Dictionary<string, TensorRange> { ["x"] = new(double.NaN, 1, double.NaN, 1, []) };
        var error = Assert.Throws<CompilationException>(() => Quantizer.Plan(model, QuantizationScope.Of(model), ranges));
        Assert.Equal(DiagnosticCodes.RangeNotFinite, error.Diagnostics[0].Code);
    }

    [Fact]
    public void QuantizedModelsAreRefused()
    {
        var builder = new OnnxModelBuilder();
        builder.Output(builder.Node("DequantizeLinear", [builder.Node("QuantizeLinear", [builder.Input("x", 4), builder.Constant([], 0.5f)]), builder.Constant([], 0.5f)]));
        var error = Assert.Throws<CompilationException>(() => Quantizer.Prepare(EditableModel.Read(builder.Save(folder["q.onnx"]))));
        Assert.Equal(DiagnosticCodes.CannotQuantize, error.Diagnostics[0].Code);
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    /// <summary>conv, norm, relu, pool, conv, sum with the pooled, average, dense.</summary>
    private string Network()
    {
        var b = new OnnxModelBuilder();
        string conv = b.Node("Conv", [b.Input("x", 1, 3, 8, 8), b.Constant([4, 3, 3, 3], Numbers(108))], ("pads", new[] { 1, 1, 1, 1 }));
        string norm = b.Node("BatchNormalization", [conv, b.Constant([4], 1, 2, 0.5f, 1), b.Constant([4], Numbers(4)), b.Constant([4], Numbers(4)), b.Constant([4], 1, 2, 3, 4)]);
        string pool = b.Node("MaxPool", [b.Node("Relu", [norm])], ("kernel_shape", new[] { 2, 2 }), ("strides", new[] { 2, 2 }));
        string second = b.Node("Conv", [pool, b.Constant([4, 4, 1, 1], Numbers(16)), b.Constant([4], Numbers(4))]);
        string flat = b.Node("Flatten", [b.Node("GlobalAveragePool", [b.Node("Add", [second, pool])])]);
        b.Output(b.Node("Gemm", [flat, b.Constant([5, 4], Numbers(20)), b.Constant([5], Numbers(5))], ("transB", 1)));
        return b.Save(folder["float.onnx"]);
    }

    private EditableModel Load(out EditableNode gemm, int[] shape, float[] weights, float[] bias)
    {
        var b = new OnnxModelBuilder();
        b.Output(b.Node("Gemm", [b.Input("x", 1, shape[1]), b.Constant(shape, weights), b.Constant([bias.Length], bias)], ("transB", 1)));
        var model = EditableModel.Read(b.Save(folder["gemm.onnx"]));
        gemm = model.Nodes[0];
        return model;
    }

    private Dictionary<string, TensorRange> Ranges(EditableModel model, QuantizationScope scope, Tensor input)
    {
        File.WriteAllBytes(folder["prepared.onnx"], model.ToBytes());
        var types = Typed(folder["prepared.onnx"]) is var graph ? graph.Inputs.Concat(graph.Nodes.SelectMany(n => n.PresentOutputs)).ToDictionary(v => v.Name, v => v.Type) : [];
        var taps = TapChoice.Of(scope, types, 1);
        var tapped = model.Copy();
        CalibrationModel.Make(tapped, taps);
        File.WriteAllBytes(folder["statistics.onnx"], tapped.ToBytes());
        TensorStatistics[] statistics = [.. taps.Select(t => new TensorStatistics(t.Channels))];
        CalibrationModel.Take(statistics, taps, Run(folder["statistics.onnx"], input));
        return taps.Zip(statistics).ToDictionary(t => t.First.Tensor, t => TensorRange.Of(t.Second, new MinMaxEstimator()));
    }

    private static Tensor Run(string path, Tensor input) => Interpreter.Run(Typed(path), [input])[0];

    private static Graph Typed(string path)
    {
        var diagnostics = new DiagnosticBag();
        var model = ModelReader.Read(path, ImportOptions.None, diagnostics);
        return InferTypes.Run(model.Graph, model.File, diagnostics);
    }

    private float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
}
