using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Reductions;

namespace CompileModel.Tests.Kernels;

/// <summary>
/// Reductions, softmax and index searches against the reference, along and across vectors.
/// Kernels: <see cref="ReduceTemplate"/>, <see cref="SoftmaxTemplate"/>, <see cref="ArgTemplate"/>.
/// </summary>
public sealed class ReductionTests
{
    public static TheoryData<string> Targets => [.. OperatorBatch.Targets];

    [Theory]
    [MemberData(nameof(Targets))]
    public void ReductionsOverAnyAxes(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var kind in Enum.GetValues<Reduction>())
        {
            foreach (var axes in (Ints[])[[0], [1], [2], [3], [1, 2], [2, 3], [0, 3], [1, 3], [0, 1, 2, 3]])
            {
                var x = Samples.Floats(1, 0.5, 1.5, 2, 3, 5, 19);
                batch.Add(new Reduce(kind, axes, true), [x], 2e-6);
                batch.Add(new Reduce(kind, axes, false), [x], 2e-6);
            }
            foreach (int n in (int[])[1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 63, 64, 65, 127, 129, 260])
            {
                batch.Add(new Reduce(kind, [1, 2], true), [Samples.Floats(n, 0.9, 1.1, 1, 3, 2, n)], 2e-6, parts: 3);
                batch.Add(new Reduce(kind, [1], true), [Samples.Floats(n, 0.9, 1.1, 3, n)], 2e-5, parts: 3);
            }
            foreach (var type in (ElementType[])[ElementType.Int32, ElementType.Int64, ElementType.UInt8, ElementType.Float64, ElementType.Float16])
            {
                if (type == ElementType.UInt8 && kind is Reduction.Prod or Reduction.Sum or Reduction.SumSquare or Reduction.L1 or Reduction.Mean) continue;
                if (type.IsInteger() && kind is Reduction.L2 or Reduction.LogSum or Reduction.LogSumExp) continue;
                var x = Samples.Numbers(type, 3, 3, 2, 3);
                if (kind == Reduction.LogSum) x = Samples.Numbers(type, 3, 3, 1, 1) is { } && type == ElementType.Float64 ? Tensor.From<double>(type, Shape.Of(1, 2, 1), [1.5, 2.5]) : Tensor.From<Half>(ElementType.Float16, Shape.Of(1, 2, 1), [(Half)1.5, (Half)2.5]);
                batch.Add(new Reduce(kind, [1], false), [x], type == ElementType.Float16 ? 2e-3 : 1e-6);
                batch.Add(new Reduce(kind, [0, 2], false), [x], type == ElementType.Float16 ? 2e-3 : 1e-6);
            }
        }
        batch.Run();
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void SoftmaxAlongAnyAxis(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (int n in (int[])[1, 2, 3, 4, 5, 8, 9, 16, 17, 31, 33, 65])
        {
            batch.Add(new Softmax(1), [Samples.Floats(n, -20, 20, 3, n)], 1e-6, parts: 3);
            batch.Add(new Softmax(-2), [Samples.Floats(n, -20, 20, 5, n)], 1e-6, parts: 3);
            batch.Add(new LogSoftmax(1), [Samples.Floats(n, -20, 20, 3, n)], 1e-6);
            batch.Add(new LogSoftmax(1), [Samples.Floats(n, -20, 20, 2, 4, n)], 1e-6);
        }
        batch.Add(new Softmax(0), [Samples.Numbers(ElementType.Float64, 1, 7, 3)], 1e-7);
        batch.Add(new Softmax(1), [Samples.Numbers(ElementType.Float16, 1, 7, 3)], 2e-3);
        batch.Run();
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void IndexesOfExtremes(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (var type in (ElementType[])[ElementType.Float32, ElementType.UInt8, ElementType.Int64])
        {
            for (int axis = -3; axis < 3; axis++)
            {
                var x = Samples.Numbers(type, 5, 4, 9, 11);
                batch.Add(new ArgMax(axis, true, false), [x]);
                batch.Add(new ArgMax(axis, false, true), [x]);
                batch.Add(new ArgMin(axis, true, true), [x]);
                batch.Add(new ArgMin(axis, false, false), [x]);
            }
        }
        // Neighboring lines, a vector at a time; few values, so that some are equal.
        foreach (int lines in (int[])[4, 8, 17, 64, 101])
        {
            var rounded = Tensors.Map(Samples.Floats(lines, -4, 4, 2, 9, lines), Math.Round);
            foreach (bool last in (bool[])[true, false])
            {
                batch.Add(new ArgMax(1, true, last), [rounded], parts: 3);
                batch.Add(new ArgMin(0, false, last), [rounded.Reshape(Shape.Of(18, lines))], parts: 3);
            }
        }
        batch.Run();
    }
}
