using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;

namespace CompileModel.Tests.Kernels;

/// <summary>Convolutions of all kinds, products and pooling through their lowerings, against the reference interpreter, on guarded memory.</summary>
public sealed class WindowKernelTests
{
    private const double Tolerance = 2e-5;

    private static readonly Expression Clamped = Expression.Identity.Then(new Clamp(-0.5f, 0.5f)), Residual = Expression.Identity.Then(new Add());

    public static TheoryData<string> Targets => [.. OperatorBatch.Targets];

    private static Tensor Values(int seed, params int[] dims) => Samples.Floats(seed, -1, 1, dims);

    private static void Conv(OperatorBatch batch, ConvNhwc op, int n, int h, int w, int c, int m, bool bias)
    {
        var x = Values(1, n, h, w, c);
        var weights = Values(2, op.Kernel[0], op.Kernel[1], c / op.Groups, m);
        Tensor[] inputs = bias || op.Epilogue.Operands > 1 ? [x, weights, Values(3, m)] : [x, weights];
        if (op.Epilogue.Operands > 1)
        {
            var shape = op.Infer(new InferenceContext([.. inputs.Select(t => t.Type), new(ElementType.Float32, Shape.Of(1))], [], 1))[0].Shape;
            inputs = [.. inputs, Values(4, shape.ToArray())];
        }
        batch.Add(op, inputs, Tolerance, parts: 3, constant: [1, 2]);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Depthwise(string target)
    {
        var batch = new OperatorBatch(target);
        for (var c = 2; c <= 33; c += c < 9 ? 1 : 4)
            Conv(batch, new([3, 3], [1, 1], [1, 1], [1, 1, 1, 1], c, Clamped), 1, 5, 7, c, c, c % 2 == 0);
        for (var w = 1; w <= 18; w++)
            Conv(batch, new([3, 3], [2, 2], [1, 1], [0, 1, 1, 1], 16, Residual), 1, 4, w, 16, 16, true);
        Conv(batch, new([5, 5], [1, 1], [1, 1], [2, 2, 2, 2], 20, Clamped), 2, 9, 10, 20, 20, true);
        Conv(batch, new([7, 7], [1, 1], [1, 1], [3, 3, 3, 3], 8, Expression.Identity), 1, 9, 17, 8, 8, false);
        Conv(batch, new([1, 3], [1, 2], [1, 3], [0, 2, 0, 0], 24, Clamped), 1, 3, 21, 24, 24, true);
        Conv(batch, new([10, 4], [1, 1], [1, 1], [4, 1, 5, 2], 6, Clamped), 1, 12, 6, 6, 6, true);
        Conv(batch, new([9, 9], [1, 1], [1, 1], [4, 4, 4, 4], 3, Clamped), 1, 6, 6, 3, 3, true);
        batch.Run();
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Convolution(string target)
    {
        var batch = new OperatorBatch(target);
        Conv(batch, new([3, 3], [2, 2], [1, 1], [0, 0, 1, 1], 1, Clamped), 1, 15, 15, 3, 32, true);
        Conv(batch, new([3, 3], [1, 1], [2, 2], [2, 2, 2, 2], 1, Residual), 1, 8, 9, 5, 17, true);
        Conv(batch, new([3, 3], [1, 1], [1, 1], [1, 1, 1, 1], 4, Residual), 2, 6, 6, 8, 20, true);
        Conv(batch, new([3, 3], [1, 1], [1, 1], [1, 1, 1, 1], 4, Clamped), 1, 6, 6, 4, 12, false);
        Conv(batch, new([1, 1], [1, 1], [1, 1], [0, 0, 0, 0], 1, Expression.Identity), 1, 1, 1, 70, 45, false);
        Conv(batch, new([5, 2], [3, 1], [1, 2], [2, 1, 0, 1], 1, Expression.Identity), 1, 11, 7, 7, 9, true);
        batch.Run();
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Transposed(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var (k, s, d, p, o, g) in new[] { (2, 2, 1, 0, 0, 1), (3, 2, 1, 1, 1, 1), (4, 2, 1, 1, 0, 2), (3, 1, 1, 1, 0, 1), (3, 3, 1, 0, 2, 1), (1, 2, 1, 0, 1, 1), (3, 2, 2, 2, 1, 1), (5, 1, 2, 3, 0, 4), (3, 2, 3, 0, 0, 1) })
        {
            foreach (var (c, m) in new[] { (4, 8), (8, 36) })
                batch.Add(new ConvTransposeNhwc([k, k], [s, s], [d, d], [p, p, p, p], [o, o], g, Clamped),
                    [Values(k, 1, 5, 6, c), Values(s, k, k, c, m / g), Values(o, m)], Tolerance, parts: 3, constant: [1, 2]);
        }
        batch.Run();
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Products(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var transposed in new[] { false, true })
        {
            foreach (var constant in new[] { false, true })
            {
                void Add(int[] a, int[] b, Expression epilogue, params Tensor[] rest)
                {
                    if (transposed)
                        (b[^1], b[^2]) = (b[^2], b[^1]);
                    batch.Add(new MatMulFused(transposed, epilogue), [Values(1, a), Values(2, b), .. rest], Tolerance, parts: 2, constant: constant ? [1, 2] : rest.Length > 0 ? [2] : []);
                }
                foreach (var n in new[] { 1, 3, 8, 16, 19, 33, 70 })
                {
                    Add([1, 13], [13, n], Expression.Identity);
                    Add([17, 6], [6, n], Expression.Identity.Then(new Clamp(-1, 1)), Values(3, n));
                }
                Add([2, 3, 5, 7], [2, 3, 7, 9], Expression.Identity);
                Add([2, 1, 5, 7], [3, 7, 9], Expression.Identity);
                Add([5, 7], [2, 2, 7, 20], Expression.Identity);
                Add([4, 1, 7], [4, 7, 20], Expression.Identity);
                Add([3, 4, 6], [6, 11], Residual, Values(3, 11), Values(4, 3, 4, 11));
                Add([3, 4, 6], [6, 11], Residual, Values(3, 11), Values(4, 4, 1));
            }
        }
        batch.Run();
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Pooling(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var c in new[] { 1, 3, 4, 8, 17, 32, 35 })
        {
            foreach (var (k, s, d, p) in new[] { (2, 2, 1, 0), (3, 2, 1, 1), (3, 1, 2, 2), (5, 1, 1, 2), (7, 7, 1, 0), (9, 1, 1, 4) })
            {
                var x = Values(c, 2, 9, 8, c);
                batch.Add(new MaxPoolNhwc([k, k], [s, s], [d, d], [p, p, p, p]), [x]);
                batch.Add(new MaxPoolNhwc([k, k], [s, s], [d, d], [p, p, p, p]), [Samples.Numbers(c % 2 == 0 ? ElementType.Int8 : ElementType.UInt8, c, 1, 9, 8, 2 * c)]);
                batch.Add(new AveragePoolNhwc([k, k], [s, s], [d, d], [p, p, p, p], [0, 0], false), [x], Tolerance);
                batch.Add(new AveragePoolNhwc([k, k], [s, s], [d, d], [p, p, p, p], [1, 1], true), [x], Tolerance);
            }
        }
        batch.Add(new MaxPoolNhwc([3, 3], [2, 2], [1, 1], [1, 1, 1, 1]), [Samples.Numbers(ElementType.UInt8, 1, 1, 7, 7, 5)]);
        batch.Add(new MaxPoolNhwc([3, 3], [2, 2], [1, 1], [1, 1, 1, 1]), [Samples.Numbers(ElementType.Float64, 1, 1, 7, 7, 5)]);
        batch.Run();
    }
}
