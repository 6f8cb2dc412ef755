using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Reductions;
using CompileModel.Kernels.Indexing;

namespace CompileModel.Tests.Kernels;

/// <summary>
/// Kernels whose places come from data, against the reference.
/// Kernels: <see cref="GatherTemplate"/>, <see cref="GatherElementsTemplate"/>, <see cref="GatherNDTemplate"/>, <see cref="ScatterElementsTemplate"/>, <see cref="ScatterNDTemplate"/>, <see cref="TopKTemplate"/>, <see cref="CumSumTemplate"/>.
/// </summary>
public sealed class IndexingTests
{
    public static TheoryData<string> Targets => [.. OperatorBatch.Targets];

    private static Tensor Indexes(int extent, params int[] dims)
    {
        var random = new Random(7);
        return Tensor.From<long>(ElementType.Int64, Shape.Of(dims), [.. Enumerable.Range(0, dims.Aggregate(1, (a, b) => a * b)).Select(_ => (long)random.Next(-extent, extent))]);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void GathersAgreeWithTheReference(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var type in (ElementType[])[ElementType.Float32, ElementType.UInt8, ElementType.Int64])
        {
            var x = Samples.Numbers(type, 1, 4, 5, 19);
            for (int axis = 0; axis < 3; axis++)
            {
                int extent = x.Shape[axis];
                batch.Add(new Gather(axis), [x, Indexes(extent, 3, 2)]);
                batch.Add(new Gather(axis), [x, Indexes(extent)]);
                batch.Add(new GatherElements(axis), [x, Indexes(extent, 4, 3, 7)]);
            }
            batch.Add(new GatherND(0), [x, Indexes(4, 3, 2)]);
            batch.Add(new GatherND(0), [x, Indexes(4, 6, 3)]);
            batch.Add(new GatherND(1), [x, Indexes(5, 4, 1)]);
        }
        batch.Run();
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void ScattersAgreeWithTheReference(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var type in (ElementType[])[ElementType.Float32, ElementType.Int32, ElementType.UInt8])
        {
            foreach (var reduction in Enum.GetValues<ScatterReduction>())
            {
                var x = Samples.Numbers(type, 1, 4, 5, 7);
                // Without a reduction the order of updates to one place is open: distinct places.
                var places = Tensor.From<long>(ElementType.Int64, Shape.Of(2, 2), [3, 0, 1, -1]);
                batch.Add(new ScatterND(reduction), [x, places, Samples.Numbers(type, 2, 2, 7)]);
                batch.Add(new ScatterElements(1, reduction), [x, Tensor.From<long>(ElementType.Int64, Shape.Of(1, 2, 3), [0, 1, 2, 3, -1, 4]), Samples.Numbers(type, 3, 1, 2, 3)]);
            }
        }
        batch.Run();
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void OrdersAndRunningSums(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var type in (ElementType[])[ElementType.Float32, ElementType.Int64])
        {
            var x = Samples.Numbers(type, 4, 3, 17, 2);
            foreach (bool flag in (bool[])[true, false])
            {
                batch.Add(new TopK(1, flag), [x, Tensor.OfInts(5)], constant: [1], outputs: 2);
                batch.Add(new TopK(-3, flag), [x, Tensor.OfInts(3)], constant: [1], outputs: 2);
                foreach (int axis in (int[])[0, 1, -1])
                {
                    foreach (bool reverse in (bool[])[true, false])
                    {
                        batch.Add(new CumSum(flag, reverse), [x, Tensor.OfInts(axis)], 1e-6, constant: [1]);
                        if (axis != 1) batch.Add(new CumProd(flag, reverse), [x, Tensor.OfInts(axis)], 1e-6, constant: [1]);
                    }
                }
            }
        }
        batch.Run();
    }
}
