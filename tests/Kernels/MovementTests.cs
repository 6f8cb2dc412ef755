using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels;
using CompileModel.Kernels.Movement;
using CompileModel.Targets;

namespace CompileModel.Tests.Kernels;

/// <summary>
/// Copies of all kinds against the reference, on every element size.
/// Kernels: <see cref="TransposeTemplate"/>, <see cref="SliceTemplate"/>, <see cref="ConcatTemplate"/>, <see cref="PadTemplate"/>, <see cref="BorderTemplate"/>, <see cref="BroadcastTemplate"/>, <see cref="TileTemplate"/>.
/// </summary>
public sealed class MovementTests
{
    public static TheoryData<string> Targets => [.. OperatorBatch.Targets];

    [Theory]
    [MemberData(nameof(Targets))]
    public void AgreeWithTheReference(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var type in new[] { ElementType.Float32, ElementType.UInt8, ElementType.Int16, ElementType.Int64, ElementType.Bool })
        {
            var x = Samples.Numbers(type, 1, 2, 3, 5, 18);
            batch.Add(new Transpose([0, 2, 3, 1]), [x]);
            batch.Add(new Transpose([0, 3, 1, 2]), [x]);
            batch.Add(new Transpose([3, 2, 1, 0]), [x], parts: 3);
            batch.Add(new Transpose([1, 0, 2, 3]), [x]);
            batch.Add(new Transpose([0, 1, 2, 3]), [x]);
            batch.Add(new SliceStatic([0, 1, 1, 2], [1, 1, 2, 1], [2, 2, 2, 11]), [x]);
            batch.Add(new SliceStatic([1, 2, 4, 17], [-1, -1, -2, -3], [2, 3, 2, 5]), [x]);
            foreach (int axis in (int[])[0, 1, 2, 3, -1])
            {
                int[] dims = [2, 3, 5, 18];
                dims[axis < 0 ? 3 : axis] = 7;
                batch.Add(new Concat(axis), [x, Samples.Numbers(type, 2, dims), x]);
            }
            foreach (var mode in Enum.GetValues<PadMode>())
            {
                batch.Add(new PadStatic([0, 1, 2, 0], [0, 2, 1, 0], mode, 0), [x]);
                batch.Add(new PadStatic([1, 0, 0, 3], [0, 0, 2, 4], mode, mode == PadMode.Constant && type != ElementType.Bool ? 2 : 0), [x], parts: 3);
                batch.Add(new PadStatic([2], [2], mode, 1), [Samples.Numbers(type, 3, 3)]);
            }
            batch.Add(new PadStatic([1, 2, 1, 0], [0, 1, 2, 3], PadMode.Constant, 0), [x, Samples.Numbers(type, 5, 1)], parts: 3);
            batch.Add(new BroadcastTo([4, 3, 19]), [Samples.Numbers(type, 4, 3, 1)]);
            batch.Add(new BroadcastTo([4, 3, 19]), [Samples.Numbers(type, 4, 1, 19)]);
            batch.Add(new TileStatic([2, 1, 3]), [Samples.Numbers(type, 5, 2, 3, 7)]);
        }
        foreach (int rows in (int[])[3, 4, 6, 7, 8, 15, 16, 19, 41, 49])
        {
            foreach (int columns in (int[])[4, 5, 8, 13, 16, 33])
            {
                // Squares turned in registers, in whole bands and what is left of them.
                batch.Add(new Transpose([1, 0]), [Samples.Floats(rows, -1, 1, columns, rows)]);
                batch.Add(new Transpose([0, 2, 1]), [Samples.Numbers(ElementType.Int32, rows, 2, columns, rows)], parts: 3);
                batch.Add(new Transpose([0, 2, 1]), [Samples.Numbers(ElementType.Int8, rows, 2, columns, rows)], parts: 3);
                batch.Add(new Transpose([0, 3, 1, 2]), [Samples.Numbers(ElementType.Bool, rows, 1, rows, 3, columns)]);
            }
        }
        for (int n = 1; n < 40; n++)
        {
            batch.Add(new Transpose([1, 0]), [Samples.Floats(n, -1, 1, 5, n)]);
            batch.Add(new Concat(0), [Samples.Floats(n, -1, 1, n), Samples.Floats(n, -1, 1, 3)]);
        }
        batch.Run();
    }

    [Fact]
    public void BordersLeaveTheInsideAlone()
    {
        foreach (string target in KernelBatch.RunnableTargets)
        {
            var batch = new KernelBatch(TargetProfiles.Load(target));
            var pad = new PadTemplate([0, 1, 2, 0], [0, 2, 1, 0], PadMode.Constant, 0);
            var border = ((CompileModel.Kernels.Views.IViewTemplate)pad).Rest([])!;
            var kernel = batch.Add(border, [], Layout.Dense(ElementType.Float32, [1, 8, 9, 3]));
            var result = (float[])kernel.Run([], 2)[0];
            float sentinel = BitConverter.UInt32BitsToSingle(0xA5A5A5A5);
            for (int y = 0; y < 8; y++)
                for (int x = 0; x < 27; x++)
                    Assert.Equal(y is >= 1 and < 6 && x is >= 6 and < 24 ? sentinel : 0, result[y * 27 + x]);
        }
    }
}
