using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;

namespace CompileModel.Tests.Kernels;

/// <summary>The micro-kernel of Arm cores in both forms, in program order (A53) and out of order (A72), around the edges of its tiles, against the reference interpreter.</summary>
public sealed class LaneTileTests
{
    [Theory]
    [InlineData("cortex-a53")]
    [InlineData("cortex-a72")]
    public void AgainstReference(string target)
    {
        var batch = new OperatorBatch(target);
        var (plain, clamped, residual) = (Expression.Identity, Expression.Identity.Then(new Clamp(-0.5f, 0.5f)), Expression.Identity.Then(new Add()).Then(new Relu()));

        // Factors: passes of four and what is left; columns: whole and partial vectors, several panels; rows: every height of a tile.
        for (var k = 1; k <= 13; k++)
            Product(batch, k % 2 == 0 ? plain : clamped, rows: 10, depth: k, columns: 3 + k);
        for (var n = 1; n <= 25; n++)
            Product(batch, n % 2 == 0 ? plain : residual, rows: 7, depth: 12, columns: n);
        for (var m = 1; m <= 27; m++)
            Product(batch, m % 2 == 0 ? clamped : residual, rows: m, depth: m % 3 == 0 ? 8 : 4, columns: 24);

        // Blocks of factors, between which sums wait in the result.
        Product(batch, clamped, rows: 30, depth: 702, columns: 29);
        Product(batch, plain, rows: 33, depth: 1301, columns: 12);

        // Runs: rows of a window, its taps one by one, strides.
        foreach (var (kernel, stride, dilation, c) in new[] { (3, 1, 1, 4), (3, 2, 1, 8), (3, 1, 2, 8), (2, 1, 1, 3), (5, 1, 2, 5), (1, 2, 1, 12) })
            Conv(batch, new([kernel, kernel], [stride, stride], [dilation, dilation], [1, 1, 1, 1], 1, clamped), 11, 10, c, 20);
        Conv(batch, new([3, 3], [1, 1], [1, 1], [1, 1, 1, 1], 2, residual), 7, 7, 8, 24);
        batch.Run();
    }

    private static void Product(OperatorBatch batch, Expression epilogue, int rows, int depth, int columns)
        => Conv(batch, new([1, 1], [1, 1], [1, 1], [0, 0, 0, 0], 1, epilogue), 1, rows, depth, columns);

    private static void Conv(OperatorBatch batch, ConvNhwc op, int h, int w, int c, int m)
    {
        Tensor[] inputs = [Values(1, 1, h, w, c), Values(2, op.Kernel[0], op.Kernel[1], c / op.Groups, m), Values(3, m)];
        if (op.Epilogue.Operands > 1)
        {
            var shape = op.Infer(new InferenceContext([.. inputs.Select(t => t.Type), new(ElementType.Float32, Shape.Of(1))], [], 1))[0].Shape;
            inputs = [.. inputs, Values(4, shape.ToArray())];
        }
        batch.Add(op, inputs, 2e-5, constant: [1, 2]);
    }

    private static Tensor Values(int seed, params int[] dims) => Samples.Floats(seed, -1, 1, dims);
}
