using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Reductions;
using CompileModel.Kernels.Indexing;

namespace CompileModel.Tests.Kernels;

/// <summary>
/// Kernels whose places come from data, against the reference.
/// Kernels: <see cref="GatherTemplate"/>, <see cref="GatherElementsTemplate"/>, <see cref="GatherNDTemplate"/>, <see cref="LookUpTemplate"/>, <see cref="ScatterElementsTemplate"/>, <see cref="ScatterNDTemplate"/>, <see cref="TopKTemplate"/>, <see cref="CumSumTemplate"/>, <see cref="WeightedGatherTemplate"/>, <see cref="CompileModel.Kernels.Movement.BitCastTemplate"/>.
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
    public void LookUps(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var (from, to) in new[] { (ElementType.Int8, ElementType.Int8), (ElementType.UInt8, ElementType.Int8), (ElementType.Int8, ElementType.UInt8) })
        {
            foreach (int n in new[] { 1, 7, 8, 9, 64, 250 }) batch.Add(new LookUp(), [Samples.Numbers(from, n, n), Samples.Numbers(to, 2, 256)], parts: 3, constant: [1]);
            batch.Add(new LookUp(), [Samples.Numbers(from, 3, 2, 3, 5), Samples.Numbers(to, 4, 256)]);
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
                batch.Add(new TopK(1, flag), [x, Tensor.OfInts(17)], constant: [1], outputs: 2);
                batch.Add(new TopK(0, flag), [Tensors.Map(Samples.Numbers(type, 9, 200), Math.Round), Tensor.OfInts(60)], constant: [1], outputs: 2);
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

    [Theory]
    [MemberData(nameof(Targets))]
    public void WeightedSumsOfRows(string target)
    {
        var batch = new OperatorBatch(target);
        var random = new Random(11);
        foreach (var (type, channels, taps) in (IEnumerable<(ElementType, int, int)>)[(ElementType.Float32, 1, 4), (ElementType.Float32, 3, 4), (ElementType.Float32, 8, 1), (ElementType.Float32, 19, 16), (ElementType.Float32, 77, 4), (ElementType.Float32, 150, 8), (ElementType.Float64, 5, 4)])
        {
            // -1 stands for what lies outside.
            var index = Tensor.From<int>(ElementType.Int32, Shape.Of(2, taps, 7), [.. Enumerable.Range(0, 14 * taps).Select(_ => random.Next(-1, 9))]);
            batch.Add(new WeightedGather(), [Samples.Numbers(type, 1, 2, 9, channels), index, Samples.Numbers(type, 2, 2, taps, 7)], 1e-5);
            batch.Add(new WeightedGather(), [Samples.Numbers(type, 3, 1, 9, channels), index, Samples.Numbers(type, 4, 2, taps, 7)], 1e-5);
        }
        var places = Tensor.From<int>(ElementType.Int32, Shape.Of(1, 1, 5), [3, -1, 0, 8, 2]);
        foreach (var type in (ElementType[])[ElementType.Float32, ElementType.UInt8, ElementType.Int64]) batch.Add(new WeightedGather(), [Samples.Numbers(type, 5, 1, 9, 6), places]);
        batch.Run();
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void BitsAsOtherTypes(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var (from, to) in ((ElementType, ElementType)[])[(ElementType.Float32, ElementType.Int32), (ElementType.Int64, ElementType.UInt64), (ElementType.UInt8, ElementType.Int8), (ElementType.Int16, ElementType.UInt16)])
            batch.Add(new BitCast(to), [Samples.Numbers(from, 1, 3, 21)]);
        batch.Run();
    }
}
