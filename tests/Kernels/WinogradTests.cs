using System.Numerics;
using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Winograd;
using CompileModel.Targets;

namespace CompileModel.Tests.Kernels;

/// <summary>Convolutions by transformed tiles (WinogradTemplate) against the reference interpreter: tile edges, channel remainders, epilogues, many blocks; and the error of each form.</summary>
public sealed class WinogradTests
{
    private const double Tolerance = 2e-4;

    private static readonly Expression Clamped = Expression.Identity.Then(new Clamp(-0.5f, 0.5f)), Residual = Expression.Identity.Then(new Add()).Then(new Relu());

    public static TheoryData<string> Targets => [.. OperatorBatch.Targets];

    public static TheoryData<string> TargetsOfBytes => [.. OperatorBatch.Targets, "cortex-a72", "neoverse-n1"];

    public static TheoryData<string> FloatForms => [.. WinogradForm.All.Select(f => f.Name)];

    public static TheoryData<string> Forms => [.. WinogradForm.All.Concat(WinogradForm.Integers).Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void AgainstTheReference(string target)
    {
        var lanes = Isa.ForProfile(TargetProfiles.Load(target).Isas).Lanes(ElementType.Float32);
        var batch = new OperatorBatch(target);
        foreach (var form in WinogradForm.All)
        {
            for (var size = 1; size <= 2 * form.Outputs + 1; size++)
                Conv(batch, form, Clamped, Same(form), 1, form.Stride * size, form.Stride * (2 * form.Outputs + 2 - size) - size % 2 * (form.Stride - 1), 3, lanes, size % 2 == 0);
            for (var channels = 1; channels <= 2 * lanes + 1; channels += channels < 6 ? 1 : lanes / 2 - 1)
                Conv(batch, form, channels % 2 == 0 ? Residual : Clamped, Same(form), 1, 5 * form.Stride, 7 * form.Stride - 1, channels, 2 * lanes + 2 - channels, true);
            Conv(batch, form, Residual, [0, 0, 0, 0], 2, 9 + form.Kernel - 3, 8 + form.Kernel - 3, 4, 3 * lanes, true);
            Conv(batch, form, Expression.Identity, [2, 1, 0, 2], 3, 7, 7, 5, lanes + 1, false);
            Conv(batch, form, Residual, Same(form), 1, 7 * form.Outputs, 5 * form.Outputs - 1, 2 * lanes, 5 * lanes + 2, true);
        }
        batch.Run();
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void ManyBlocks(string target)
    {
        var batch = new OperatorBatch(target);
        Conv(batch, WinogradForm.All[4], Residual, [1, 1, 1, 1], 1, 50, 44, 128, 36, true);
        Conv(batch, WinogradForm.All[2], Clamped, [1, 1, 1, 1], 2, 13, 13, 256, 20, true);
        Conv(batch, WinogradForm.All.Single(f => f.Name == "F(4,3)/2"), Residual, [1, 1, 1, 1], 1, 66, 60, 96, 36, true);
        batch.Run();
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void OperandsThatAreBroadcast(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var form in WinogradForm.All)
        {
            foreach (int[] extra in (int[][])[[1], [10], [7, 1], [6, 7, 1], [6, 1, 10], [2, 1, 1, 10], [1, 6, 7, 10], [2, 1, 1, 1]])
                Conv(batch, form, Residual, Same(form), 2, 6 * form.Stride, 7 * form.Stride, 3, 10, true, extra);
        }
        batch.Run();
    }

    /// <summary>Images of bytes: sums so small that their error is rounded away, to bytes and numbers, with residuals; large ones within the error of float32.</summary>
    [Theory]
    [MemberData(nameof(TargetsOfBytes))]
    public void Bytes(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var form in WinogradForm.All)
        {
            for (var channels = 1; channels <= 17; channels += channels < 6 ? 1 : 5)
                Integers(batch, form, ToBytes(channels % 2 == 0 ? ElementType.Int8 : ElementType.UInt8, 0, 3 * channels), Same(form), 1, 3 * form.Stride * channels % 23 + form.Kernel, 19 - channels, channels, 18 - channels, channels - 7);
            Integers(batch, form, ToBytes(ElementType.Int8, 5, -128), [2, 1, 0, 2], 2, 7, 9, 8, 24, -128);
            foreach (var zero in (int[])[-128, 0, 127])
                Integers(batch, form, ToBytes(ElementType.Int8, 0, 0), Same(form), 1, 8 * form.Stride, 9 * form.Stride, 11, 6, zero, ends: true);
            Integers(batch, form, ToNumbers, Same(form), 1, 5 * form.Stride, 7 * form.Stride - 1, 21, 12, 127, weight: 127);
            foreach (int[] extra in (int[][])[[1], [10], [7, 1], [6, 1, 10], [2, 6, 7, 10]])
                Integers(batch, form, ResidualBytes, Same(form), 2, 6 * form.Stride, 7 * form.Stride, 3, 10, 3, extra);
        }
        batch.Run();
    }

    /// <summary>Images of float32 to bytes: quotients of sums by a known scale, next to no half, clamped and not.</summary>
    [Theory]
    [MemberData(nameof(TargetsOfBytes))]
    public void RealsToBytes(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var (form, m) in from form in WinogradForm.All from m in new[] { 3, 8, 21 } select (form, m))
        {
            var grid = new QuantizeToGrid(-128, 127, false, m % 2 * 3);
            var epilogue = m == 8 ? new Expression(2, [new Step(new Clamp(0, 600), [0]), new Step(grid, [2, 1]), new Step(new Cast(ElementType.Int8), [3])]) : new Expression(2, [new Step(grid, [0, 1]), new Step(new Cast(ElementType.Int8), [2])]);
            Tensor[] inputs = [Whole(1, 5, 1, form.Stride * 9, form.Stride * 7, 5), Whole(2, 7, form.Kernel, form.Kernel, 5, m), Whole(3, 40, m), Tensor.Of(Shape.Scalar, 7.3f)];
            batch.Add(new ConvNhwc([form.Kernel, form.Kernel], [form.Stride, form.Stride], [1, 1], Same(form), 1, epilogue), inputs, 0, parts: 3, constant: [1, 2, 3], form: form);
        }
        batch.Run();

        static Tensor Whole(int seed, int most, params int[] dims) => Tensor.From<float>(ElementType.Float32, Shape.Of(dims), [.. Integers(seed, -most, most, dims).ToLongs().Select(v => (float)v)]);
    }

    [Theory]
    [MemberData(nameof(FloatForms))]
    public void ErrorStaysWithinTheBound(string name)
    {
        const int Channels = 512, Results = 8;
        var form = WinogradForm.All.Single(f => f.Name == name);
        var random = new Random(form.Outputs);
        var (t, outputs, kernel) = (form.Tile, form.Outputs, form.Kernel);
        double error = 0, norm = 0;
        for (var result = 0; result < Results; result++)
        {
            var products = new float[form.Places];
            var exact = new double[outputs * outputs];
            for (var channel = 0; channel < Channels; channel++)
            {
                float[] d = Normals(random, form.Reach * form.Reach, v => Math.Max(0, v)), g = Normals(random, kernel * kernel, v => v);
                Accumulate(exact, form, d, g);
                Accumulate<float>(products, form, d, g, (u, v, sum) => MathF.FusedMultiplyAdd((float)u, v, sum), Arithmetic<float>.Instance);
            }
            var y = BothAxes(products, t, t, outputs, outputs, (x, sink) => WinogradTransforms.Output(form, Arithmetic<float>.Instance, x, outputs, sink));
            error += exact.Zip(y, (a, b) => (a - b) * (a - b)).Sum();
            norm += exact.Sum(a => a * a);
        }
        var relative = Math.Sqrt(error / norm);
        Assert.True(relative <= form.Error, $"{form}: {relative:E2} above {form.Error:E2}");
        Assert.True(relative >= form.Error / 8, $"{form}: {relative:E2}, the bound {form.Error:E2} is not tight");
        Assert.True(form.Error <= WinogradForm.DefaultErrorBound);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void TransformsAreExactInDouble(string name)
    {
        var form = WinogradForm.All.Concat(WinogradForm.Integers).Single(f => f.Name == name);
        var random = new Random(1);
        double[] d = Normals(random, form.Reach * form.Reach, v => (double)v), g = Normals(random, form.Kernel * form.Kernel, v => (double)v);
        var (exact, products) = (new double[form.Outputs * form.Outputs], new double[form.Places]);
        Accumulate(exact, form, d, g);
        Accumulate(products, form, d, g, (u, v, sum) => sum + u * v, Arithmetic<double>.Instance);
        var y = BothAxes(products, form.Tile, form.Tile, form.Outputs, form.Outputs, (x, sink) => WinogradTransforms.Output(form, Arithmetic<double>.Instance, x, form.Outputs, sink));
        for (var i = 0; i < exact.Length; i++)
            Assert.Equal(exact[i], y[i] / (form.Multiple * form.Multiple), 1e-11);
    }

    /// <summary>The transform of integers is B^T but for the scales, and whatever the image: int16 along the rows, and along the columns integers that float32 holds.</summary>
    [Theory]
    [MemberData(nameof(Forms))]
    public void TransformsOfIntegersFit(string name)
    {
        var form = WinogradForm.All.Concat(WinogradForm.Integers).Single(f => f.Name == name);
        var (integers, matrix) = (new IntegerTransform(form), WinogradTransforms.InputMatrix(form));
        var largest = 0;
        for (var place = 0; place < form.Tile; place++)
        {
            var factors = integers.Factors(place);
            Assert.Equal(matrix[place].Select(f => f * integers.Scale(place)), factors.Select(f => (double)f));
            Assert.True(double.IsPow2(integers.Scale(place)));
            Assert.Equal(place == 1 ? integers.OfOnes : 0, factors.Sum());
            Assert.All(factors, f => Assert.InRange(f, -sbyte.MaxValue, sbyte.MaxValue));
            largest = Math.Max(largest, factors.Sum(Math.Abs));
        }
        Assert.InRange(255 * largest, 1, (int)short.MaxValue);
        Assert.InRange(255 * largest * largest, 1, 1 << 24);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void ProductsCoverAllPlaces(string name)
    {
        var form = WinogradForm.All.Concat(WinogradForm.Integers).Single(f => f.Name == name);
        Assert.Equal(Enumerable.Range(0, form.Places), form.Products.SelectMany(p => p.Places).Order());
        var factor = form.Stride == 1 ? form.Tile : form.Lines(0) + form.Lines(1);
        Assert.Equal(factor * factor, form.Factors);
    }

    // The results of one tile and one pair of channels, added to sums.
    private static void Accumulate<T>(double[] sums, WinogradForm form, T[] d, T[] g)
        where T : INumber<T>
    {
        for (var i = 0; i < sums.Length; i++)
        {
            for (var k = 0; k < g.Length; k++)
            {
                var (row, column) = (i / form.Outputs * form.Stride + k / form.Kernel, i % form.Outputs * form.Stride + k % form.Kernel);
                sums[i] += double.CreateChecked(g[k]) * double.CreateChecked(d[row * form.Reach + column]);
            }
        }
    }

    // The products of one tile and one pair of channels, those that the form names, added to sums.
    private static void Accumulate<T>(T[] sums, WinogradForm form, T[] d, T[] g, Func<double, T, T, T> multiplyAdd, IArithmetic<T> math)
        where T : INumber<T>
    {
        var u = form.TransformWeights([.. g.Select(double.CreateChecked)]);
        for (var i = 0; i < form.Phases.Count; i++)
        {
            var (row, column) = form.Phases[i];
            var (rows, columns) = (form.Lines(row), form.Lines(column));
            T[] part = [.. Enumerable.Range(0, rows * columns).Select(p => d[(row + p / columns * form.Stride) * form.Reach + column + p % columns * form.Stride])];
            var v = BothAxes(part, rows, columns, rows, columns, (x, sink) => WinogradTransforms.Input(form, math, x, sink));
            foreach (var place in form.Products.Where(p => i >= p.FirstPhase && i < p.FirstPhase + p.Phases).SelectMany(p => p.Places))
                sums[place] = multiplyAdd(u[i * form.Places + place], v[place / form.Tile * columns + place % form.Tile], sums[place]);
        }
    }

    private static Ints Same(WinogradForm form) => Ints.Repeat(form.Kernel / 2, 4);

    private static void Conv(OperatorBatch batch, WinogradForm form, Expression epilogue, Ints pads, int n, int h, int w, int c, int m, bool bias, int[]? extra = null)
    {
        int oh = (h + pads[0] + pads[2] - form.Kernel) / form.Stride + 1, ow = (w + pads[1] + pads[3] - form.Kernel) / form.Stride + 1;
        List<Tensor> inputs = [Samples.Floats(1, -1, 1, n, h, w, c), Samples.Floats(2, -0.5, 0.5, form.Kernel, form.Kernel, c, m)];
        if (bias)
            inputs.Add(Samples.Floats(3, -1, 1, m));
        if (epilogue.Operands > 1)
            inputs.Add(Samples.Floats(4, -1, 1, extra ?? [n, oh, ow, m]));
        batch.Add(new ConvNhwc([form.Kernel, form.Kernel], [form.Stride, form.Stride], [1, 1], pads, 1, epilogue), [.. inputs], Tolerance, parts: 3, constant: [1, 2], form: form);
    }

    private static Expression ToNumbers => new(2, [new Step(new Cast(ElementType.Float32), [0]), new Step(new Mul(), [2, 1])]);

    private static Expression ResidualBytes => new(4,
    [
        new Step(new Cast(ElementType.Float32), [0]), new Step(new Mul(), [4, 1]), new Step(new Dequantize(-7), [2, 3]), new Step(new Add(), [5, 6]),
        new Step(new QuantizeToGrid(-128, 127, true, 9), [7, 1]), new Step(new Cast(ElementType.Int8), [8]),
    ]);

    private static Expression ToBytes(ElementType type, int narrower, int zero)
    {
        var (min, max) = type == ElementType.Int8 ? (-128, 127) : (0, 255);
        return new(2, [new Step(new Cast(ElementType.Float32), [0]), new Step(new QuantizeToGrid(min + narrower, max - narrower, true, zero), [2, 1]), new Step(new Cast(type), [3])]);
    }

    private static void Integers(OperatorBatch batch, WinogradForm form, Expression epilogue, Ints pads, int n, int h, int w, int c, int m, int zero, int[]? extra = null, int weight = 7, bool ends = false)
    {
        List<Tensor> inputs =
        [
            ends ? Ends(n, h, w, c) : Integers(1, -128, 127, n, h, w, c), Integers(2, -weight, weight, form.Kernel, form.Kernel, c, m),
            Tensor.From<int>(ElementType.Int32, Shape.Of(m), [.. Enumerable.Range(0, m).Select(i => (i - 3) * 123)]), Samples.Floats(4, 0.005, 0.02, m),
        ];
        if (extra is not null)
            inputs.AddRange([Integers(5, -128, 127, extra), Tensor.Of(Shape.Scalar, 0.3f)]);
        var op = new ConvNhwc([form.Kernel, form.Kernel], [form.Stride, form.Stride], [1, 1], pads, 1, epilogue, InputZero: zero);
        batch.Add(op, [.. inputs], epilogue.Equals(ToNumbers) ? 0.02 : 0, parts: 3, constant: [1, 2], form: form);
    }

    private static Tensor Integers(int seed, int min, int max, params int[] dims)
    {
        var random = new Random(seed);
        return Tensor.From<sbyte>(ElementType.Int8, Shape.Of(dims), [.. Enumerable.Range(0, dims.Aggregate(1, (a, d) => a * d)).Select(_ => (sbyte)random.Next(min, max + 1))]);
    }

    private static Tensor Ends(params int[] dims)
    {
        var random = new Random(6);
        return Tensor.From<sbyte>(ElementType.Int8, Shape.Of(dims), [.. Enumerable.Range(0, dims.Aggregate(1, (a, d) => a * d)).Select(_ => random.Next(2) == 0 ? sbyte.MinValue : sbyte.MaxValue)]);
    }

    private static T[] BothAxes<T>(T[] x, int rows, int columns, int toRows, int toColumns, Action<T[], Action<int, T>> axis)
    {
        var half = new T[toRows * columns];
        for (var c = 0; c < columns; c++)
            axis([.. Enumerable.Range(0, rows).Select(r => x[r * columns + c])], (r, value) => half[r * columns + c] = value);
        var result = new T[toRows * toColumns];
        for (var r = 0; r < toRows; r++)
            axis(half[(r * columns)..((r + 1) * columns)], (c, value) => result[r * toColumns + c] = value);
        return result;
    }

    private static T[] Normals<T>(Random random, int count, Func<float, T> of) => [.. Enumerable.Range(0, count).Select(_ => of((float)Normal(random)))];

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private sealed class Arithmetic<T> : IArithmetic<T>
        where T : IFloatingPointIeee754<T>
    {
        public static readonly Arithmetic<T> Instance = new();

        public T Add(T a, T b) => a + b;

        public T Subtract(T a, T b) => a - b;

        public T MultiplyAdd(T a, T b, double factor) => T.FusedMultiplyAdd(b, T.CreateChecked(factor), a);
    }
}
