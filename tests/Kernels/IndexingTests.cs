using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Tests.Kernels;

/// <summary>Kernels whose places come from data, against the reference.</summary>
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
}
