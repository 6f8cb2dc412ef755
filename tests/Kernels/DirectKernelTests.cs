using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Direct;

namespace CompileModel.Tests.Kernels;

/// <summary>
/// Windows in the order of ONNX, of any rank and type, against the reference, on guarded memory.
/// Kernels: <see cref="DirectConvTemplate"/>, <see cref="DirectConvTransposeTemplate"/>, <see cref="DirectPoolTemplate"/>.
/// </summary>
public sealed class DirectKernelTests
{
    private const double Tolerance = 2e-5, HalfTolerance = 5e-3;

    /// <summary>One vector width and the emulated core: the code is scalar.</summary>
    public static TheoryData<string> Targets => ["x86-64-v3", "cortex-a53"];

    private static Tensor Values(ElementType type, int seed, params int[] dims) => type == ElementType.Float32 ? Samples.Floats(seed, -1, 1, dims) : Samples.Numbers(type, seed, dims);

    private static double Allowed(ElementType type) => type is ElementType.Float32 or ElementType.Float64 ? Tolerance : HalfTolerance;

    [Theory]
    [MemberData(nameof(Targets))]
    public void Convolutions(string target)
    {
        var batch = new OperatorBatch(target);
        void Add(ElementType type, int[] x, int[] w, Ints strides, Ints dilations, Ints pads, int groups = 1, bool bias = false)
        {
            Tensor[] inputs = [Values(type, 1, x), Values(type, 2, w)];
            batch.Add(new Conv(strides, dilations, pads, groups, AutoPad.NotSet), bias ? [.. inputs, Values(type, 3, w[0])] : inputs, Allowed(type), parts: 3);
        }
        Add(ElementType.Float32, [1, 3, 7, 6], [4, 3, 3, 3], [1, 1], [1, 1], [1, 1, 1, 1]);
        Add(ElementType.Float32, [2, 4, 9, 8], [6, 2, 3, 2], [2, 3], [2, 1], [0, 1, 3, 0], 2, true);
        Add(ElementType.Float32, [2, 3, 5, 5], [3, 1, 3, 3], [1, 1], [3, 3], [3, 3, 3, 3], 3, true);
        Add(ElementType.Float32, [1, 1, 2, 2], [2, 1, 1, 1], [1, 1], [1, 1], [4, 4, 4, 4]);
        Add(ElementType.Float32, [1, 2, 11], [3, 2, 4], [2], [1], [2, 1], 1, true);
        Add(ElementType.Float32, [2, 2, 5, 4, 6], [3, 2, 3, 2, 3], [2, 1, 1], [1, 2, 1], [1, 0, 1, 1, 1, 2], 1, true);
        Add(ElementType.Float64, [1, 3, 5, 6], [4, 3, 3, 3], [1, 1], [1, 1], [1, 1, 1, 1], 1, true);
        Add(ElementType.Float16, [1, 2, 5, 6], [3, 2, 3, 3], [1, 2], [1, 1], [1, 1, 1, 1], 1, true);
        Add(ElementType.BFloat16, [1, 2, 4, 4], [3, 2, 2, 2], [1, 1], [1, 1], [0, 0, 0, 0]);
        batch.Run();
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void TransposedConvolutions(string target)
    {
        var batch = new OperatorBatch(target);
        void Add(ElementType type, int[] x, int[] w, Ints strides, Ints dilations, Ints pads, Ints outputPads, int groups = 1, bool bias = false)
        {
            Tensor[] inputs = [Values(type, 1, x), Values(type, 2, w)];
            batch.Add(new ConvTranspose(strides, dilations, pads, outputPads, [], groups, AutoPad.NotSet), bias ? [.. inputs, Values(type, 3, w[1] * groups)] : inputs, Allowed(type), parts: 3);
        }
        Add(ElementType.Float32, [1, 3, 4, 5], [3, 2, 3, 3], [1, 1], [1, 1], [0, 0, 0, 0], []);
        Add(ElementType.Float32, [2, 4, 4, 5], [4, 3, 3, 2], [2, 3], [1, 1], [1, 0, 1, 1], [1, 2], 2, true);
        Add(ElementType.Float32, [1, 2, 3, 3], [2, 1, 3, 3], [2, 2], [2, 3], [2, 1, 0, 3], [], 1, true);
        Add(ElementType.Float32, [1, 2, 3, 3], [2, 1, 1, 1], [3, 3], [1, 1], [0, 0, 0, 0], [2, 1]);
        Add(ElementType.Float32, [2, 2, 3, 2, 4], [2, 2, 3, 2, 3], [2, 1, 3], [1, 2, 1], [1, 0, 1, 0, 1, 1], [1, 0, 0], 1, true);
        Add(ElementType.Float64, [1, 2, 6], [2, 3, 4], [3], [1], [1, 2], [1]);
        Add(ElementType.Float16, [1, 2, 3, 3], [2, 2, 3, 3], [2, 2], [1, 1], [1, 1, 1, 1], [1, 1], 1, true);
        batch.Run();
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Pools(string target)
    {
        var batch = new OperatorBatch(target);
        foreach (bool ceil in (bool[])[false, true])
        {
            foreach (var (x, kernel, strides, dilations, pads) in ((int[], Ints, Ints, Ints, Ints)[])
                [([2, 3, 5, 6, 7], [3, 2, 3], [2, 1, 3], [1, 2, 1], [1, 0, 1, 1, 1, 1]), ([1, 3, 7, 8], [3, 3], [2, 2], [1, 1], [1, 1, 1, 1]), ([2, 2, 9], [4], [3], [2], [2, 3]), ([1, 2, 4, 4, 4], [2, 2, 2], [2, 2, 2], [1, 1, 1], [0, 0, 0, 0, 0, 0])])
            {
                var values = Values(ElementType.Float32, 1, x);
                batch.Add(new MaxPool(kernel, strides, dilations, pads, ceil, AutoPad.NotSet, false), [values], parts: 3);
                batch.Add(new MaxPool(kernel, strides, dilations, pads, ceil, AutoPad.NotSet, false), [values], parts: 3, outputs: 2);
                batch.Add(new MaxPool(kernel, strides, dilations, pads, ceil, AutoPad.NotSet, true), [values], parts: 3, outputs: 2);
                batch.Add(new AveragePool(kernel, strides, dilations, pads, ceil, AutoPad.NotSet, false), [values], Tolerance, parts: 3);
                batch.Add(new AveragePool(kernel, strides, dilations, pads, ceil, AutoPad.NotSet, true), [values], Tolerance, parts: 3);
            }
        }
        foreach (var type in (ElementType[])[ElementType.UInt8, ElementType.Int8, ElementType.Float16, ElementType.Float64])
            batch.Add(new MaxPool([3, 3], [1, 2], [1, 1], [1, 1, 1, 1], false, AutoPad.NotSet, false), [Values(type, 1, 1, 3, 5, 6)], outputs: 2);
        foreach (var type in (ElementType[])[ElementType.Float16, ElementType.Float64])
            batch.Add(new AveragePool([3, 3], [1, 2], [1, 1], [1, 1, 1, 1], false, AutoPad.NotSet, true), [Values(type, 1, 1, 3, 5, 6)], Allowed(type));
        batch.Run();
    }
}
