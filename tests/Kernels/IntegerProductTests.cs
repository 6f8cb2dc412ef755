using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Direct;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;
using CompileModel.Targets;

namespace CompileModel.Tests.Kernels;

/// <summary>Convolutions and matrix products of int8 against the reference interpreter: tile edges, units of factors, windows and groups (with a CenterTemplate in front on x86, a WindowsTemplate in front of few channels on cores without dot products), zero points, extreme values, results and residuals of bytes.</summary>
public sealed class IntegerProductTests
{
    private static readonly Expression Sums = Expression.Identity;

    private static readonly Expression Reals = new(2, [new Step(new Cast(ElementType.Float32), [0]), new Step(new Mul(), [2, 1])]);

    /// <summary>Dot products by lane and widening products, in and out of program order, and pairs of words of both widths.</summary>
    public static TheoryData<string> Targets => [.. KernelBatch.RunnableTargets, "cortex-a53", "cortex-a55", "cortex-a72", "neoverse-n1"];

    [Theory]
    [MemberData(nameof(Targets))]
    public void AgainstReference(string target)
    {
        var batch = new OperatorBatch(target);

        // Factors: passes of four units, what is left of them, units that are not full; columns: partial vectors, several panels; rows: every height of a tile.
        for (var k = 1; k <= 40; k++)
            Product(batch, k % 2 == 0 ? Sums : Reals, rows: 10, depth: k, columns: 3 + k, zero: k - 20);
        for (var n = 1; n <= 33; n++)
            Product(batch, n % 2 == 0 ? Sums : Reals, rows: 7, depth: 24, columns: n, zero: n % 3);
        for (var m = 1; m <= 29; m++)
            Product(batch, m % 2 == 0 ? Sums : Reals, rows: m, depth: m % 3 == 0 ? 32 : 16, columns: 40, zero: -128);

        // Runs: rows of a window, its taps one by one, strides, channels that are no whole number of units.
        foreach (var (kernel, stride, dilation, c) in new[] { (3, 1, 1, 4), (3, 2, 1, 8), (3, 1, 2, 8), (2, 1, 1, 3), (5, 1, 2, 5), (1, 2, 1, 12), (7, 2, 1, 3), (3, 1, 1, 1), (3, 2, 1, 6), (1, 1, 1, 3) })
            Conv(batch, new([kernel, kernel], [stride, stride], [dilation, dilation], kernel == 1 ? [0, 0, 0, 0] : [1, 2, 0, 1], 1, Reals, InputZero: c - 10), 11, 10, c, 20);
        foreach (var (groups, c) in new[] { (2, 8), (3, 9), (4, 8), (2, 24) })
            Conv(batch, new([3, 3], [1, 1], [1, 1], [1, 1, 1, 1], groups, Sums, InputZero: 7), 7, 9, c, 24 / groups * groups);
        Conv(batch, new([3, 1], [1, 2], [1, 1], [1, 0, 1, 0], 1, Sums, InputZero: 3), 6, 13, 10, 17, images: 2);

        // Windows of few channels, which widening products take from a copy: the first layer of a network.
        foreach (var (kernel, stride, c) in new[] { (3, 2, 3), (3, 1, 1), (5, 2, 3), (4, 3, 2) })
            Conv(batch, new([kernel, kernel], [stride, stride], [1, 1], [0, 1, 1, 0], 1, Reals, InputZero: -128), 13, 12, c, 32, images: 2);
        batch.Run();
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void ByteResults(string target)
    {
        var batch = new OperatorBatch(target);

        // Columns: partial vectors of bytes, several panels; rows: every height of a tile.
        for (var n = 1; n <= 67; n += n < 36 ? 1 : 3)
        {
            var (type, zero) = (n % 3 == 0 ? ElementType.UInt8 : ElementType.Int8, n % 2 == 0 ? 0 : n);
            Conv(batch, new([1, 1], [1, 1], [1, 1], [0, 0, 0, 0], 1, Quantized(type, zero, n % 5), InputZero: n % 4), 1, 1 + n % 13, 24, n);
            Residual(batch, type, zero, rows: 1 + n % 7, columns: n, hasConstants: n % 2 == 0);
        }

        // Sums of float32, here of integers and thus exact, to bytes.
        Tensor Reals(Tensor bytes) => Tensor.From<float>(ElementType.Float32, bytes.Shape, [.. bytes.Span<sbyte>().ToArray().Select(v => (float)v)]);
        Add(batch, new ConvNhwc([3, 3], [1, 1], [1, 1], [1, 1, 1, 1], 1, new(2, [new Step(new QuantizeToGrid(-128, 127, true, 3), [0, 1]), new Step(new Cast(ElementType.Int8), [2])])),
            [Reals(Bytes(1, 1, 5, 9, 7)), Reals(Bytes(2, 3, 3, 7, 21)), Reals(Bytes(3, 21)), Samples.Floats(4, 0.001, 0.01, 21)]);
        for (var n = 1; n <= 40; n += n < 18 ? 1 : 5)
        {
            // Quotients by a known scale, clamped and not.
            var grid = new QuantizeToGrid(-128, 127, false, n - 20);
            Expression epilogue = n % 2 == 0 ? new(2, [new Step(grid, [0, 1]), new Step(new Cast(ElementType.Int8), [2])]) : new(2, [new Step(new Clamp(-900, 900), [0]), new Step(grid, [2, 1]), new Step(new Cast(ElementType.Int8), [3])]);
            Tensor[] inputs = [Reals(Bytes(1, 1, 3, n, 6)), Reals(Bytes(2, 1, 1, 6, n)), Reals(Bytes(3, n)), Tensor.Of(Shape.Scalar, 73.7f)];
            batch.Add(new ConvNhwc([1, 1], [1, 1], [1, 1], [0, 0, 0, 0], 1, epilogue), inputs, parts: 3, constant: [1, 2, 3]);
            batch.Add(new MatMulFused(false, epilogue), [inputs[0], Reals(Bytes(2, 6, n)), .. inputs[2..]], parts: 3, constant: n % 4 < 2 ? [1, 2, 3] : [2, 3]);
        }
        foreach (var (groups, c) in new[] { (1, 8), (2, 8), (3, 9) })
            Conv(batch, new([3, 3], [1, 1], [1, 1], [1, 1, 1, 1], groups, Quantized(ElementType.Int8, -128, 0), InputZero: -128), 7, 9, c, 24);

        // One factor for all columns; a residual of a whole matrix, with results of float32 too.
        foreach (var (rows, depth, columns) in new[] { (1, 64, 100), (9, 33, 21), (13, 128, 64) })
        {
            Tensor[] inputs = [Bytes(1, rows, depth), Bytes(2, depth, columns), Biases(columns), Tensor.Of(Shape.Scalar, 0.004f)];
            Add(batch, new MatMulFused(false, Quantized(ElementType.Int8, 11, 0), 5), inputs);
            var sum = new Expression(4, [new Step(new Cast(ElementType.Float32), [0]), new Step(new Mul(), [4, 1]), new Step(new Dequantize(-7), [2, 3]), new Step(new Add(), [5, 6])]);
            Add(batch, new MatMulFused(false, sum, 5), [.. inputs, Bytes(3, rows, columns), Tensor.Of(Shape.Scalar, 0.3f)]);
        }
        batch.Run();
    }

    /// <summary>Factors that are known when compiling, so that rounding may be an addition: halves, zero points that are even or not, strips of several tiles of any depth, residuals.</summary>
    [Theory]
    [MemberData(nameof(Targets))]
    public void KnownFactors(string target)
    {
        var batch = new OperatorBatch(target);
        void Known(Expression epilogue, int depth, int columns, params Tensor[] others)
            => batch.Add(new ConvNhwc([1, 1], [1, 1], [1, 1], [0, 0, 0, 0], 1, epilogue, InputZero: 1),
                [Fill([1, 1, 17, depth], i => (sbyte)(i * 5 % 11 - 5)), Fill([1, 1, depth, columns], i => (sbyte)(i % 7 - 3)), Tensor.From<int>(ElementType.Int32, Shape.Of(columns), [.. Enumerable.Range(-3, columns)]), .. others],
                parts: 3, constant: [1, 2, 3, 5]);
        foreach (var zero in new[] { -128, -127, 3, 10 })
        {
            foreach (var (depth, columns) in new[] { (8, 4), (17, 8), (24, 16), (40, 9), (72, 12) })
            {
                var factors = Tensor.From<float>(ElementType.Float32, Shape.Of(columns), [.. Enumerable.Range(0, columns).Select(i => (i % 3) switch { 0 => 0.5f, 1 => 0.25f, _ => 0.07f })]);
                Known(Quantized(ElementType.Int8, zero, 0), depth, columns, factors);
                Known(Quantized(ElementType.UInt8, zero + 128, columns), depth, columns, factors);
                Known(new(4, [new Step(new Cast(ElementType.Float32), [0]), new Step(new Dequantize(zero), [2, 3]), new Step(new Add(), [4, 5]), new Step(new QuantizeToGrid(-128, 127, true, zero), [6, 1]), new Step(new Cast(ElementType.Int8), [7])]),
                    depth, columns, factors, Bytes(5, 1, 1, 17, columns), Tensor.Of(Shape.Scalar, 1.5f));
            }
        }
        batch.Run();
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void ExtremeValues(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var (x, w, zero) in new[] { (-128, -128, 0), (-128, -128, 127), (127, -128, -128), (127, 127, -128), (-128, 127, 127) })
        {
            Add(batch, new ConvNhwc([1, 1], [1, 1], [1, 1], [0, 0, 0, 0], 1, Sums, InputZero: zero), [All(x, 1, 3, 5, 1024), All(w, 1, 1, 1024, 18), Biases(18)]);
            Add(batch, new ConvNhwc([3, 3], [1, 1], [1, 1], [1, 1, 1, 1], 1, Sums, InputZero: zero), [All(x, 1, 5, 5, 67), All(w, 3, 3, 67, 9), Biases(9)]);
            Add(batch, new MatMulFused(false, Sums, zero), [All(x, 1, 4608), All(w, 4608, 10), Biases(10)]);
        }
        batch.Run();
    }

    /// <summary>Sums of two products in 16 bits at their ends: next to each -128 the other weight is -127, then both are -128 here and there.</summary>
    [Theory]
    [MemberData(nameof(Targets))]
    public void ExtremePairs(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var depth in new[] { 8, 13, 16, 40, 64, 75 })
        {
            foreach (var (x, rare) in new[] { (-128, 0), (127, 0), (-128, 3), (127, 5) })
            {
                var weights = Fill([1, 1, depth, 11], i => i / 11 / ProductArithmetic.LongBytes.Unit % 2 == 0 || (rare > 0 && i % rare == 0) ? (sbyte)-128 : (sbyte)-127);
                Add(batch, new ConvNhwc([1, 1], [1, 1], [1, 1], [0, 0, 0, 0], 1, Sums), [All(x, 1, 1, 9, depth), weights, Biases(11)]);
            }
        }
        batch.Run();
    }

    /// <summary>Weights that let products of four units be added in 16 bits, but for those of some columns: every height and width of a tile, passes and what is left of them, runs, sums at both ends.</summary>
    [Theory]
    [InlineData("cortex-a53")]
    [InlineData("cortex-a72")]
    public void ShortSumsOfFourUnits(string target)
    {
        var batch = new OperatorBatch(target);
        void Product(Tensor x, int depth, int columns, Func<int, int, int> weight) => Add(batch, x, depth, columns, weight);
        for (var k = 9; k <= 140; k += k < 72 ? 1 : 7)
            Product(Bytes(k, 1, 1, 5, k), k, 5, Small);
        foreach (var (k, rows) in from k in new[] { 16, 24 } from rows in Enumerable.Range(1, 13) select (k, rows))
            Product(Bytes(k, 1, 1, rows, k), k, 9, Small);
        foreach (var (rows, columns) in from rows in Enumerable.Range(1, 9) from columns in new[] { 3, 4, 7, 12, 16, 33 } select (rows, columns))
            Product(Bytes(rows, 1, 1, rows, 72), 72, columns, Small);

        // The ends: weights of a lane add up to 255 or 256 with all signs.
        int[][] lanes = [[64, 64, 64, 63], [-64, -64, -64, -63], [64, -64, 64, -64], [127, 127, 0, 1], [-128, -127, 0, 0], [127, -128, 0, 0]];
        foreach (var x in new[] { -128, 127 })
            Product(All(x, 1, 1, 7, 264), 264, lanes.Length, (k, n) => lanes[n][(k / 8 + k) % 4]);
        Product(Bytes(1, 1, 1, 7, 264), 264, 40, (k, n) => n == 5 ? 127 : n == 17 ? -128 : n == 30 ? 90 : Small(k, n));

        foreach (var (kernel, stride, c) in new[] { (3, 1, 8), (3, 2, 24), (3, 1, 32), (2, 1, 40), (5, 1, 5) })
        {
            var weights = Fill([kernel, kernel, c, 20], i => (sbyte)Small(i / 20, i % 20));
            Add(batch, new ConvNhwc([kernel, kernel], [stride, stride], [1, 1], [1, 2, 0, 1], 1, Sums, InputZero: c - 10), [Bytes(1, 1, 11, 10, c), weights, Biases(20)]);
        }
        foreach (var transposed in new[] { false, true })
            Add(batch, new MatMulFused(transposed, Sums, 5), [Bytes(1, 3, 100), Fill(transposed ? [21, 100] : [100, 21], i => (sbyte)(i % 127 - 63)), Biases(21)]);
        batch.Run();
    }

    /// <summary>The same for five to eight units: every height of a tile, panels that let fewer be added, sums at both ends, convolutions whose runs are read as one.</summary>
    [Fact]
    public void ShortSumsOfEightUnits()
    {
        var batch = new OperatorBatch("cortex-a53");
        foreach (var (units, rows) in from units in new[] { 5, 6, 7, 8, 10, 12, 14, 15, 16, 18, 24 } from rows in new[] { 1, 2, 3, 4, 5, 11 } select (units, rows))
            Add(batch, Bytes(units, 1, 1, rows, 8 * units - rows % 2), 8 * units - rows % 2, 5 + units % 4 * 4, (k, n) => n == 4 ? Small(k, n) : Small(k, n) / 2);
        int[] lane = [32, 32, 32, 32, 32, 32, 32, 31];
        foreach (var x in new[] { -128, 127 })
        {
            Add(batch, All(x, 1, 1, 7, 128), 128, 12, (k, n) => (n % 3) switch { 0 => lane[(k / 8 + k) % 8], 1 => -lane[(k / 8 + k) % 8], _ => k / 8 % 2 == 0 ? 32 : -32 });
            Add(batch, All(x, 1, 1, 7, 128), 128, 40, (k, n) => n == 5 ? 127 : n == 17 ? -128 : n == 30 ? 63 : lane[(k / 8 + k) % 8]);
        }

        // All units there are: sums of neighboring lanes too.
        foreach (var (depth, rows, part) in from depth in new[] { 8, 9, 15, 16, 17, 23, 24 } from rows in Enumerable.Range(1, 9) from part in new[] { 1, 2, 3, 4 } select (depth, rows, part))
            Add(batch, Bytes(depth, 1, 1, rows, depth), depth, 5 + rows, (k, n) => n == 4 ? Small(k, n) * 2 : Small(k, n) / part);
        foreach (var (x, depth, part) in from x in new[] { -128, 127 } from depth in new[] { 16, 24 } from part in new[] { 1, 2, 4 } select (x, depth, part))
            Add(batch, All(x, 1, 1, 9, depth), depth, 12, (k, n) => (n % 3 == 0 ? 1 : n % 3 == 1 ? -1 : k % 2 * 2 - 1) * (k / 8 * 8 + k % part == 0 ? 127 / part : 128 / part * 16 / depth));

        foreach (var (kernel, stride, c) in new[] { (3, 1, 40), (3, 2, 64), (2, 1, 96), (1, 2, 48), (3, 1, 16), (2, 1, 8) })
        {
            var weights = Fill([kernel, kernel, c, 20], i => (sbyte)(Small(i / 20, i % 20) / 2));
            Add(batch, new ConvNhwc([kernel, kernel], [stride, stride], [1, 1], kernel == 1 ? [0, 0, 0, 0] : [1, 2, 0, 1], 1, Sums, InputZero: 7), [Bytes(1, 1, 9, 10, c), weights, Biases(20)]);
        }
        batch.Run();
    }

    private static int Small(int k, int n) => (k * 31 + n * 17 + k * n) % 127 - 63;

    private static void Add(OperatorBatch batch, Tensor x, int depth, int columns, Func<int, int, int> weight)
        => Add(batch, new ConvNhwc([1, 1], [1, 1], [1, 1], [0, 0, 0, 0], 1, Sums, InputZero: 3), [x, Fill([1, 1, depth, columns], i => (sbyte)weight(i / columns, i % columns)), Biases(columns)]);

    [Theory]
    [MemberData(nameof(Targets))]
    public void MatrixProducts(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var (rows, depth, columns, transposed) in new[] { (1, 10, 10, false), (1, 64, 1000, true), (5, 33, 21, true), (13, 128, 64, false), (1, 7, 3, true) })
            Add(batch, new MatMulFused(transposed, Sums, 5), [Bytes(1, rows, depth), transposed ? Bytes(2, columns, depth) : Bytes(2, depth, columns), Biases(columns)]);
        Add(batch, new MatMulFused(false, Sums), [Bytes(1, 2, 6, 9), Bytes(2, 2, 9, 17), Biases(17)]);
        Add(batch, new MatMulFused(false, Sums, -3), [Bytes(1, 3, 6, 9), Bytes(2, 9, 17), Biases(17)]);
        batch.Run();
    }

    /// <summary>Epilogues without a vector form, and filters too large to unroll, by a <see cref="DirectIntegerTemplate"/>.</summary>
    [Fact]
    public void WithoutVectors()
    {
        var batch = new OperatorBatch("x86-64-v3");
        var wide = new Expression(1, [new Step(new Cast(ElementType.Int64), [0])]);
        Conv(batch, new([3, 3], [2, 1], [1, 2], [1, 2, 0, 1], 2, wide, InputZero: -7), 6, 7, 4, 6);
        Conv(batch, new([9, 9], [1, 1], [1, 1], [4, 4, 4, 4], 3, wide, InputZero: 5), 6, 7, 3, 3);
        Add(batch, new MatMulFused(false, wide, 3), [Bytes(1, 2, 5, 9), Bytes(2, 9, 7), Biases(7)]);
        batch.Run();
    }

    // To bytes by a factor for each column; a narrower range stands for a clamp.
    private static Expression Quantized(ElementType type, int zero, int narrower)
    {
        var (min, max) = type == ElementType.Int8 ? (-128, 127) : (0, 255);
        return new(2, [new Step(new Cast(ElementType.Float32), [0]), new Step(new QuantizeToGrid(min + narrower, max - narrower, true, zero), [2, 1]), new Step(new Cast(type), [3])]);
    }

    // The end of a residual block: real numbers of both branches added, and quantized.
    // With known scales the quotients are products.
    private static void Residual(OperatorBatch batch, ElementType type, int zero, int rows, int columns, bool hasConstants)
    {
        var epilogue = new Expression(5,
        [
            new Step(new Cast(ElementType.Float32), [0]), new Step(new Mul(), [5, 1]), new Step(new Dequantize(zero), [2, 3]), new Step(new Add(), [6, 7]),
            new Step(new QuantizeToGrid(type == ElementType.Int8 ? -128 : 0, type == ElementType.Int8 ? 127 : 255, false, zero), [8, 4]), new Step(new Cast(type), [9]),
        ]);
        batch.Add(new ConvNhwc([1, 1], [1, 1], [1, 1], [0, 0, 0, 0], 1, epilogue, InputZero: 3),
        [
            Bytes(1, 1, 2, rows, 16), Bytes(2, 1, 1, 16, columns), Biases(columns), Samples.Floats(4, 0.001, 0.01, columns), Bytes(5, 1, 2, rows, columns),
            Tensor.Of(Shape.Scalar, 0.3f), Tensor.Of(Shape.Scalar, 0.7f),
        ], parts: 3, constant: hasConstants ? [1, 2, 3, 5, 6] : [1, 2]);
    }

    private static void Product(OperatorBatch batch, Expression epilogue, int rows, int depth, int columns, int zero)
        => Conv(batch, new([1, 1], [1, 1], [1, 1], [0, 0, 0, 0], 1, epilogue, InputZero: zero), 1, rows, depth, columns);

    private static void Conv(OperatorBatch batch, ConvNhwc op, int h, int w, int c, int m, int images = 1)
    {
        List<Tensor> inputs = [Bytes(1, images, h, w, c), Bytes(2, op.Kernel[0], op.Kernel[1], c / op.Groups, m), Biases(m)];
        if (op.Epilogue.Operands > 1)
            inputs.Add(Samples.Floats(4, 0.001, 0.01, m));
        Add(batch, op, [.. inputs]);
    }

    private static void Add(OperatorBatch batch, Operator op, Tensor[] inputs) => batch.Add(op, inputs, parts: 3, constant: [1, 2]);

    private static Tensor Biases(int count) => Tensor.From<int>(ElementType.Int32, Shape.Of(count), [.. Enumerable.Range(0, count).Select(i => (i - 3) * 12345)]);

    private static Tensor All(int value, params int[] dims) => Fill(dims, _ => (sbyte)value);

    private static Tensor Bytes(int seed, params int[] dims)
    {
        var random = new Random(seed);
        return Fill(dims, _ => (sbyte)random.Next(-128, 128));
    }

    private static Tensor Fill(int[] dims, Func<int, sbyte> at)
    {
        var shape = Shape.Of(dims);
        return Tensor.From<sbyte>(ElementType.Int8, shape, [.. Enumerable.Range(0, (int)shape.Count).Select(at)]);
    }
}
