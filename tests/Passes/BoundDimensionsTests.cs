using System.Collections.Immutable;
using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Passes;
using CompileModel.Passes.Bounded;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Passes;

/// <summary>
/// Models with open dimensions against the same models with fixed ones. What lies beyond the extent of a run is NaN at the start: a rule that lets it through shows.
/// </summary>
public sealed class BoundDimensionsTests
{
    private const int Low = 3, High = 9;
    private readonly TestData data = new(7);

    /// <summary>One operator each, along the open axis and across it.</summary>
    public static TheoryData<string> Cases => [.. Models.Keys];

    private static readonly Dictionary<string, (int[] Shape, int Axis, Func<Builder, Value, Value> Build)> Models = new()
    {
        ["elementwise"] = ([2, High, 3], 1, (b, x) => b.Add(new Relu(), b.Add(new Add(), x, b.Floats([3], 1, 2, 3)))),
        ["softmax over the open axis"] = ([2, High], 1, (b, x) => b.Add(new Softmax(-1), x)),
        ["argmax"] = ([2, High], 1, (b, x) => b.Add(new ArgMax(1, true, false), x)),
        ["top 2"] = ([2, High], 1, (b, x) => b.Add(new TopK(1, true), x, b.Longs(2))),
        ["sum"] = ([High, 2], 0, (b, x) => b.Add(new ReduceSum(false, false), x, b.Longs(0))),
        ["mean over all"] = ([2, High, 3], 1, (b, x) => b.Add(new ReduceMean(true, false), x)),
        ["largest"] = ([2, High], 1, (b, x) => b.Add(new ReduceMax(true, false), x, b.Longs(1))),
        ["running sum from the end"] = ([2, High], 1, (b, x) => b.Add(new CumSum(false, true), x, b.LongScalar(1))),
        ["product over the open axis"] = ([High, 4], 0, (b, x) => b.Add(new MatMul(), b.Add(new Transpose([1, 0]), x), x)),
        ["product of open rows"] = ([High, 4], 0, (b, x) => b.Add(new MatMul(), x, b.Add(new Transpose([1, 0]), x))),
        ["convolution"] = ([1, 2, 5, High], 3, (b, x) => b.Add(new Conv([2, 2], [], [1, 1, 1, 1], 1, AutoPad.NotSet), x, b.Floats([3, 2, 3, 3]))),
        ["depthwise convolution"] = ([1, 3, High], 2, (b, x) => b.Add(new Conv([], [], [2, 2], 3, AutoPad.NotSet), x, b.Floats([3, 1, 5]))),
        ["transposed convolution"] = ([1, 2, High], 2, (b, x) => b.Add(new ConvTranspose([2], [], [1, 1], [], [], 1, AutoPad.NotSet), x, b.Floats([2, 3, 3]))),
        ["largest of windows"] = ([1, 2, High], 2, (b, x) => b.Add(new MaxPool([3], [2], [], [1, 1], false, AutoPad.NotSet, false), x)),
        ["mean of windows"] = ([1, 2, High], 2, (b, x) => b.Add(new AveragePool([3], [1], [], [1, 1], false, AutoPad.NotSet, true), x)),
        ["mean over space"] = ([1, 2, High], 2, (b, x) => b.Add(new GlobalAveragePool(), x)),
        ["slice from the front"] = ([High, 2], 0, (b, x) => b.Add(new Slice(), x, b.Longs(1), b.Longs(int.MaxValue), b.Longs(0))),
        ["slice from the end"] = ([2, High], 1, (b, x) => b.Add(new Slice(), x, b.Longs(-2), b.Longs(int.MaxValue), b.Longs(1))),
        ["reversed"] = ([2, High], 1, (b, x) => b.Add(new Slice(), x, b.Longs(-1), b.Longs(-100), b.Longs(1), b.Longs(-1))),
        ["halves"] = ([2, High], 1, (b, x) => b.Add(new Slice(), x, b.Longs(0), b.Longs(int.MaxValue), b.Longs(1), b.Longs(2))),
        ["two behind each other"] = ([2, High], 1, (b, x) => b.Add(new Concat(1), x, b.Floats([2, 2]), x)),
        ["zeros around"] = ([2, High], 1, (b, x) => b.Add(new Pad(PadMode.Constant), x, b.Longs(0, 2, 1, 3))),
        ["mirrored"] = ([2, High], 1, (b, x) => b.Add(new Pad(PadMode.Reflect), x, b.Longs(0, 2, 0, 2))),
        ["edges"] = ([2, High], 1, (b, x) => b.Add(new Pad(PadMode.Edge), x, b.Longs(1, 2, 0, 3))),
        ["last element"] = ([2, High], 1, (b, x) => b.Add(new Gather(1), x, b.Longs(-1))),
        ["merged from inside"] = ([2, High, 3], 1, (b, x) => b.Add(new Reshape(false), x, b.Longs(-1))),
        ["merged from outside"] = ([High, 2, 3], 0, (b, x) => b.Add(new Reshape(false), x, b.Longs(-1, 3))),
        ["repeated"] = ([2, High], 1, (b, x) => b.Add(new Tile(), x, b.Longs(2, 2))),
        ["normalised over the open axis"] = ([2, 2, High], 2, (b, x) => b.Add(new InstanceNormalization(1e-3f), x, b.Floats([2], 1, 2), b.Floats([2], 3, 4))),
        ["a shape as data"] = ([2, High], 1, (b, x) => b.Add(new Mul(), x, b.Add(new Cast(ElementType.Float32), b.Add(new ShapeOf(1, 2), x)))),
        ["the root of an extent"] = ([2, High], 1, (b, x) => b.Add(new Div(), x, b.Add(new Sqrt(), b.Add(new Cast(ElementType.Float32), b.Add(new ShapeOf(1, 2), x))))),
        ["positions"] = ([High], 0, (b, x) => b.Add(new Add(), x, b.Add(new Cast(ElementType.Float32), b.Add(new CompileModel.IR.Operators.Range(), b.LongScalar(0), b.Add(new Squeeze(), b.Add(new ShapeOf(0, 1), x)), b.LongScalar(1))))),
        ["running product from the end"] = ([2, High], 1, (b, x) => b.Add(new CumProd(false, true), x, b.LongScalar(1))),
        ["recurrent over open steps"] = ([High, 2, 3], 0, (b, x) => b.Add(Gru(RecurrentDirection.Forward), x, b.Floats([1, 6, 3]), b.Floats([1, 6, 2]))),
        ["recurrent from both ends"] = ([High, 1, 3], 0, (b, x) => b.Add(Gru(RecurrentDirection.Bidirectional), x, b.Floats([2, 6, 3]), b.Floats([2, 6, 2]), b.Floats([2, 12]))),
        ["recurrent over open sequences"] = ([4, High, 3], 1, (b, x) => b.Add(Gru(RecurrentDirection.Reverse), x, b.Floats([1, 6, 3]), b.Floats([1, 6, 2]))),
        ["attention"] = ([1, 2, High, 4], 2, (b, x) => b.Add(new Attention(true, 0, 0, 0, 0, AttentionOutput.Product), x, x, x)),
        ["layer normalisation"] = ([2, High, 4], 1, (b, x) => b.Add(new LayerNormalization(-1, 1e-3f), x, b.Floats([4], 1, 2, 3, 4))),
        ["enlarged"] = ([1, 1, High], 2, (b, x) => b.Add(Linear, x, null, b.Floats([3], 1, 1, 2))),
    };

    private static GRU Gru(RecurrentDirection direction)
    {
        Expression gate = Expression.Identity.Then(new Sigmoid()), candidate = Expression.Identity.Then(new Tanh());
        return new(direction, gate, candidate, gate, candidate, 0, true, false);
    }

    private static Resize Linear => new(ResizeMode.Linear, CoordinateMode.HalfPixel, NearestMode.RoundPreferFloor, -0.75f, false, 0, false, [], AspectRatioPolicy.Stretch);

    [Theory, MemberData(nameof(Cases))]
    public void OpenModelsComputeWhatFixedOnesDo(string name)
    {
        var (shape, axis, build) = Models[name];
        var builder = new Builder();
        var imported = builder.Graph(shape, build);
        var (graph, extents) = BoundDimensions.Run(imported, [new("s", Low, High, [("x", axis)])], "model", new());
        for (int s = Low; s <= High; s++)
        {
            int[] dims = [.. shape];
            dims[axis] = s;
            var x = data.Floats(dims);
            var expected = Reference.Interpreter.Run(InferTypes.Run(new Builder().Graph(dims, build), "model", new()), [x])[0];
            float[] room = [.. x.Span<float>(), .. Enumerable.Repeat(float.NaN, shape.Aggregate((a, b) => a * b) - x.Count)];
            var results = Reference.Interpreter.Run(graph, [Tensor.Of(Shape.Of(shape), room), Tensor.From<int>(ElementType.Int32, [], [s])]);
            int[] actual = [.. extents.Outputs[0].Select((e, i) => e < 0 ? results[0].Shape[i] : (int)results[1 + e].AsLong(0))];
            Assert.Equal(expected.Shape.ToArray(), actual);
            for (int i = 0; i < expected.Count; i++)
                Assert.True(Math.Abs(expected.AsDouble(i) - results[0].AsDouble(i)) <= 1e-5 * Math.Max(1, Math.Abs(expected.AsDouble(i))), $"{name}, {s}: element {i} is {results[0].AsDouble(i)}, not {expected.AsDouble(i)}");
        }
    }

    /// <summary>Numbers of results that depend on data, and what reads the results.</summary>
    public static TheoryData<string> DataSizedCases => [.. DataSized.Keys];

    private static readonly Dictionary<string, (int[] Shape, Func<Builder, Value, Value> Build)> DataSized = new()
    {
        ["places that are not 0"] = ([3, 4], (b, x) => b.Add(new NonZero(), x)),
        ["elements that are not 0"] = ([7], (b, x) => b.Add(new Softmax(0), b.Add(new Gather(0), b.Floats([7]), b.Add(new Squeeze(), b.Add(new NonZero(), x), b.Longs(0))))),
        ["chosen columns"] = ([4], (b, x) => b.Add(new Compress(1), b.Floats([3, 5]), b.Add(new Cast(ElementType.Bool), x))),
        ["chosen elements"] = ([5], (b, x) => b.Add(new ReduceSum(false, false), b.Add(new Compress(null), b.Floats([2, 3]), b.Add(new Cast(ElementType.Bool), x)))),
        ["distinct elements"] = ([9], (b, x) => b.Add(new Unique(null, true), x)),
        ["distinct elements by place"] = ([2, 5], (b, x) => b.Add(new Unique(null, false), x)),
        ["distinct rows"] = ([6, 2], (b, x) => b.Add(new Unique(0, true), x)),
        ["boxes"] = ([2, 2, 5], (b, x) => b.Add(new NonMaxSuppression(true), b.Floats([2, 5, 4]), x, b.LongScalar(2), b.Floats([], 0.1f), b.Floats([], 0.5f))),
    };

    [Theory, MemberData(nameof(DataSizedCases))]
    public void SizesFollowFromData(string name)
    {
        var (shape, build) = DataSized[name];
        var (graph, extents) = BoundDimensions.Run(new Builder().Graph(shape, build), [], "model", new());
        for (int run = 0; run < 10; run++)
        {
            // Few different numbers, some of them 0.
            var x = Tensors.Map(data.Floats(shape, 0, 3), v => Math.Floor(v));
            if (run == 0) x = Tensors.Map(x, _ => 1);
            var known = new Builder().Graph(shape, build);
            known = new(known.Name, known.Stage, [], known.Outputs, known.Nodes, known.Constants.Add(known.Inputs[0], x));
            var expected = Reference.Interpreter.Run(InferTypes.Run(known, "model", new()), [])[0];
            var results = Reference.Interpreter.Run(graph, [x]);
            if (extents.Results > 0) Assert.Equal(expected.Shape.ToArray(), extents.Outputs[0].Select((e, i) => e < 0 ? results[0].Shape[i] : (int)results[1 + e].AsLong(0)));
            for (int i = 0; i < expected.Count; i++) Assert.Equal(expected.AsDouble(i), results[0].AsDouble(i), 1e-5);
        }
    }

    [Fact]
    public void AnExtentThatTheModelDoesNotTakeIsNamed()
    {
        var imported = new Builder().Graph([High], (b, x) => b.Add(new Add(), x, b.Floats([High])));
        var e = Assert.Throws<CompilationException>(() => BoundDimensions.Run(imported, [new("s", Low, High, [("x", 0)])], "model", new()));
        Assert.Contains("does not take s = ", e.Diagnostics[0].Message);
    }

    [Fact]
    public void WhatHasNoRuleIsRefusedByName()
    {
        var imported = new Builder().Graph([1, High, 2, 2], (b, x) => b.Add(new LRN(3, 1, 1, 1), x));
        var e = Assert.Throws<CompilationException>(() => BoundDimensions.Run(imported, [new("s", Low, High, [("x", 1)])], "model", new()));
        Assert.Contains("LRN: the channels are open", e.Diagnostics[0].Message);
    }

    [Theory, InlineData(1, 0, 1, 0), InlineData(3, 1, 2, 5), InlineData(8, 7, 8, 0), InlineData(1, 31, 32, 1), InlineData(-1, 0, 1, 100), InlineData(2, 32, 160, 1)]
    public void FunctionsAreFound(int scale, int offset, int divisor, int shift)
    {
        var f = new ExtentFunction(0, scale, offset, divisor, shift);
        var found = ExtentFunction.Fit(0, [.. Enumerable.Range(1, 1000).Select(s => (s, f.At(s)))]);
        Assert.All(Enumerable.Range(1, 1000), s => Assert.Equal(f.At(s), found!.At(s)));
    }

    [Fact]
    public void FewPointsAreNotEnough()
    {
        // A spectrum of hop 128 at the ends of a range: several hops go through these points.
        var f = new ExtentFunction(0, 1, -172, 128, 1);
        var points = new SortedDictionary<int, long>(new[] { 300, 301, 350, 460, 640, 699, 700 }.ToDictionary(s => s, s => f.At(s)));
        int asked = 0;
        while (ExtentFunction.Undecided(0, [.. points.Select(p => (p.Key, p.Value))]) is { } s) (points[s], asked) = (f.At(s), asked + 1);
        Assert.InRange(asked, 1, 30);
        var found = ExtentFunction.Fit(0, [.. points.Select(p => (p.Key, p.Value))])!;
        Assert.All(Enumerable.Range(300, 401), s => Assert.Equal(f.At(s), found.At(s)));
    }

    [Fact]
    public void ProductsOfTwoExtentsAreFound()
    {
        // (2 a + 1) * 3 floor(b / 4), found along a with b = 40 and along b with a = 5.
        var (a, b) = (ExtentFunction.Fit(0, [(1, 90), (2, 150), (3, 210), (5, 330)])!, ExtentFunction.Fit(1, [.. Enumerable.Range(4, 37).Select(s => (s, 33L * (s / 4)))])!);
        var product = ExtentFunction.Product(a, b, 330);
        Assert.Equal(7 * 3 * 2, product!.At([3, 11]));
    }

    [Fact]
    public void TwoOpenDimensions()
    {
        static Value Build(Builder b, Value x) => b.Add(new Softmax(0), b.Add(new Reshape(false), x, b.Longs(-1)));
        var (graph, _) = BoundDimensions.Run(new Builder().Graph([4, 5], Build), [new("m", 1, 4, [("x", 0)]), new("n", 2, 5, [("x", 1)])], "model", new());
        foreach (var (m, n) in ((int, int)[])[(1, 2), (3, 4), (4, 5), (2, 5)])
        {
            var x = data.Floats([m, n]);
            var expected = Reference.Interpreter.Run(InferTypes.Run(new Builder().Graph([m, n], Build), "model", new()), [x])[0];
            float[] room = [.. x.Span<float>(), .. Enumerable.Repeat(float.NaN, 20 - x.Count)];
            var results = Reference.Interpreter.Run(graph, [Tensor.Of([4, 5], room), Tensor.From<int>(ElementType.Int32, [], [m]), Tensor.From<int>(ElementType.Int32, [], [n])]);
            Assert.Equal(m * n, results[1].AsLong(0));
            for (int i = 0; i < m * n; i++) Assert.Equal(expected.AsDouble(i), results[0].AsDouble(i), 1e-6);
        }
    }

    [Fact]
    public void ProductsOfExtentsAreNoFunction() => Assert.Null(ExtentFunction.Fit(0, [.. Enumerable.Range(1, 30).Select(s => (s, (long)s * s))]));

    /// <summary>Graphs in stage Imported.</summary>
    private sealed class Builder
    {
        private readonly List<Node> nodes = [];
        private readonly Dictionary<Value, Tensor> constants = [];

        public Value Add(Operator op, params Value?[] inputs)
        {
            var result = new Value($"v{nodes.Count}", null);
            nodes.Add(new Node(op, [.. inputs], op is TopK ? [result, new Value($"i{nodes.Count}", null)] : [result], [new(nodes.Count, $"n{nodes.Count}", op.Name)]));
            return result;
        }

        public Value Longs(params long[] values) => Constant(Tensor.OfInts(values));

        public Value LongScalar(long value) => Constant(Tensor.From(ElementType.Int64, [], [value]));

        public Value Floats(int[] shape, params float[] values) => Constant(values.Length > 0 ? Tensor.Of(Shape.Of(shape), values) : new TestData(3).Floats(shape));

        public Graph Graph(int[] shape, Func<Builder, Value, Value> build)
        {
            var x = new Value("x", new TensorType(ElementType.Float32, Shape.Of(shape)));
            var y = build(this, x);
            return new("model", Stage.Imported, [x], [new("y", y)], nodes, constants.ToImmutableDictionary());
        }

        private Value Constant(Tensor tensor)
        {
            var value = new Value($"c{constants.Count}", tensor.Type);
            constants.Add(value, tensor);
            return value;
        }
    }
}
