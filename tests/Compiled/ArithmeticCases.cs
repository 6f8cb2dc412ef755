using CompileModel.IR;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Compiled;

/// <summary>Operators that sum: convolutions, matrix products, pooling, reductions, normalizations.</summary>
internal static class ArithmeticCases
{
    private static readonly string[] Reductions =
        ["ReduceMean", "ReduceSum", "ReduceMax", "ReduceMin", "ReduceProd", "ReduceL1", "ReduceL2", "ReduceLogSumExp", "ReduceSumSquare"];

    /// <summary>All cases.</summary>
    public static IEnumerable<OperatorCase> All => [.. Convolutions, .. Products, .. Pools, .. ReductionCases, .. Normalizations];

    private static IEnumerable<OperatorCase> Convolutions =>
    [
        .. from channels in (int[])[1, 3, 8, 13]
           from outputs in (int[])[1, 5, 12, 33]
           select new OperatorCase($"Conv1x1_{channels}_{outputs}", b => Conv(b, [1, channels, 4, 7], [outputs, channels, 1, 1])),
        .. from kernel in (int[])[2, 3, 5]
           from stride in (int[])[1, 2, 3]
           select new OperatorCase($"Conv_k{kernel}_s{stride}", b => Conv(b, [1, 5, 13, 11], [7, 5, kernel, kernel], ("strides", new[] { stride, stride }), ("pads", new[] { 1, 0, 1, 1 }))),
        new("Conv_dilated", b => Conv(b, [1, 4, 13, 14], [6, 4, 3, 3], ("dilations", new[] { 2, 3 }), ("pads", new[] { 2, 3, 2, 3 }))),
        new("Conv_groups", b => Conv(b, [1, 12, 7, 9], [9, 4, 3, 3], ("group", 3), ("pads", new[] { 1, 1, 1, 1 }))),
        new("Conv_rectangle", b => Conv(b, [1, 4, 9, 17], [6, 4, 1, 7], ("pads", new[] { 0, 3, 0, 3 }), ("strides", new[] { 1, 2 }))),
        new("Conv_batch", b => Conv(b, [3, 4, 6, 5], [6, 4, 3, 3], ("pads", new[] { 1, 1, 1, 1 }))),
        new("Conv_same_upper", b => Conv(b, [1, 3, 10, 9], [4, 3, 3, 3], ("auto_pad", "SAME_UPPER"), ("strides", new[] { 2, 2 }))),
        new("Conv_same_lower", b => Conv(b, [1, 3, 10, 9], [4, 3, 4, 4], ("auto_pad", "SAME_LOWER"), ("strides", new[] { 2, 2 }))),
        new("Conv_1d", b => Conv(b, [1, 6, 31], [8, 6, 5], ("pads", new[] { 2, 2 }), ("strides", new[] { 2 }))),
        new("Conv_whole_image", b => Conv(b, [1, 3, 6, 5], [9, 3, 6, 5])),
        .. from channels in (int[])[1, 4, 17, 32]
           from kernel in (int[])[3, 5]
           from stride in (int[])[1, 2]
           select new OperatorCase($"Depthwise_{channels}_k{kernel}_s{stride}",
               b => Conv(b, [1, channels, 9, 12], [channels, 1, kernel, kernel], ("group", channels), ("pads", new[] { 1, 1, 1, 1 }), ("strides", new[] { stride, stride }))),
        new("Conv_weights_input", b => b.Output(b.Node("Conv", [b.Input("x", 1, 4, 7, 6), b.Input("w", 6, 2, 3, 3), b.Input("b", 6)], ("group", 2), ("strides", new[] { 2, 1 }), ("pads", new[] { 1, 0, 1, 1 })))),
        new("Conv_bias_input", b => b.Output(b.Node("Conv", [b.Input("x", 1, 4, 7, 6), Weights(b, [5, 4, 3, 3], 36), b.Input("b", 5)]))),
        new("Conv_3d", b => Conv(b, [1, 3, 5, 6, 4], [4, 3, 3, 2, 3], ("pads", new[] { 1, 0, 1, 1, 1, 1 }), ("strides", new[] { 2, 1, 1 }))),
        new("ConvTranspose_weights_input", b => b.Output(b.Node("ConvTranspose", [b.Input("x", 1, 4, 5, 6), b.Input("w", 4, 3, 3, 3)], ("group", 2), ("strides", new[] { 2, 1 }), ("pads", new[] { 1, 0, 1, 1 })))),
        new("ConvTranspose_3d", b => Transposed(b, [1, 2, 3, 4, 3], [2, 3, 3, 2, 2], ("strides", new[] { 2, 1, 2 }))),
        new("Depthwise_dilated", b => Conv(b, [1, 8, 9, 12], [8, 1, 3, 3], ("group", 8), ("dilations", new[] { 2, 2 }), ("pads", new[] { 2, 2, 2, 2 }))),
        new("Depthwise_multiplier", b => Conv(b, [1, 4, 7, 6], [8, 1, 3, 3], ("group", 4))),
        new("ConvTranspose", b => Transposed(b, [1, 5, 4, 6], [5, 7, 3, 3], ("strides", new[] { 2, 2 }))),
        new("ConvTranspose_pads", b => Transposed(b, [1, 5, 4, 6], [5, 4, 4, 4], ("strides", new[] { 2, 2 }), ("pads", new[] { 1, 1, 1, 1 }))),
        new("ConvTranspose_output_padding", b => Transposed(b, [1, 3, 4, 6], [3, 4, 3, 3], ("strides", new[] { 2, 2 }), ("pads", new[] { 1, 1, 1, 1 }), ("output_padding", new[] { 1, 1 }))),
        new("ConvTranspose_groups", b => Transposed(b, [1, 6, 4, 5], [6, 2, 2, 2], ("strides", new[] { 2, 2 }), ("group", 3))),
    ];

    private static IEnumerable<OperatorCase> Products =>
    [
        .. from m in (int[])[1, 3, 9, 17]
           from k in (int[])[1, 6, 33]
           from n in (int[])[1, 7, 12, 40]
           select new OperatorCase($"MatMul_{m}x{k}x{n}", b => b.Output(b.Node("MatMul", [b.Input("x", m, k), Weights(b, [k, n], k)]))),
        new("MatMul_inputs", b => b.Output(b.Node("MatMul", [b.Input("a", 5, 13), b.Input("b", 13, 11)]))),
        new("MatMul_batch", b => b.Output(b.Node("MatMul", [b.Input("a", 2, 3, 5, 7), b.Input("b", 2, 3, 7, 9)]))),
        new("MatMul_broadcast", b => b.Output(b.Node("MatMul", [b.Input("a", 2, 1, 5, 7), b.Input("b", 3, 7, 9)]))),
        new("MatMul_vector", b => b.Output(b.Node("MatMul", [b.Input("a", 3, 7), b.Input("b", 7)]))),
        new("MatMul_rank3", b => b.Output(b.Node("MatMul", [b.Input("a", 2, 5, 8), Weights(b, [8, 12], 8)]))),
        new("Gemm", b => b.Output(b.Node("Gemm", [b.Input("a", 4, 9), Weights(b, [9, 14], 9), Weights(b, [14], 1)]))),
        new("Gemm_transposed", b => b.Output(b.Node("Gemm", [b.Input("a", 9, 4), Weights(b, [14, 9], 9), Weights(b, [4, 1], 1)], ("transA", 1), ("transB", 1), ("alpha", 0.5f), ("beta", 2f)))),
        new("Gemm_inputs", b => b.Output(b.Node("Gemm", [b.Input("a", 4, 9), b.Input("b", 9, 5), b.Input("c", 5)]))),
        new("Gemm_relu", b => b.Output(b.Node("Relu", [b.Node("Gemm", [b.Input("a", 1, 19), Weights(b, [21, 19], 19), Weights(b, [21], 1)], ("transB", 1))]))),
    ];

    private static IEnumerable<OperatorCase> Pools =>
    [
        .. from op in (string[])["MaxPool", "AveragePool"]
           from channels in (int[])[1, 6, 16]
           select new OperatorCase($"{op}_{channels}", b => b.Output(b.Node(op, [b.Input("x", 1, channels, 9, 8)], ("kernel_shape", new[] { 3, 2 }), ("strides", new[] { 2, 1 }), ("pads", new[] { 1, 0, 0, 1 })))),
        new("MaxPool_ceil", b => b.Output(b.Node("MaxPool", [b.Input("x", 1, 5, 9, 8)], ("kernel_shape", new[] { 3, 3 }), ("strides", new[] { 2, 2 }), ("ceil_mode", 1)))),
        new("MaxPool_3d", b => b.Output(b.Node("MaxPool", [b.Input("x", 1, 3, 5, 6, 4)], ("kernel_shape", new[] { 3, 2, 2 }), ("strides", new[] { 2, 1, 2 }), ("pads", new[] { 1, 0, 1, 1, 1, 0 })))),
        new("MaxPool_places", Places),
        new("AveragePool_3d", b => b.Output(b.Node("AveragePool", [b.Input("x", 1, 3, 5, 6, 4)], ("kernel_shape", new[] { 3, 2, 2 }), ("pads", new[] { 1, 0, 1, 1, 1, 0 })))),
        new("MaxPool_dilated", b => b.Output(b.Node("MaxPool", [b.Input("x", 1, 5, 9, 8)], ("kernel_shape", new[] { 3, 3 }), ("dilations", new[] { 2, 2 })))),
        new("MaxPool_same", b => b.Output(b.Node("MaxPool", [b.Input("x", 1, 5, 9, 8)], ("kernel_shape", new[] { 2, 2 }), ("strides", new[] { 2, 2 }), ("auto_pad", "SAME_UPPER")))),
        new("AveragePool_counted", b => b.Output(b.Node("AveragePool", [b.Input("x", 1, 5, 9, 8)], ("kernel_shape", new[] { 3, 3 }), ("pads", new[] { 1, 1, 1, 1 }), ("count_include_pad", 1)))),
        new("GlobalAveragePool", b => b.Output(b.Node("GlobalAveragePool", [b.Input("x", 2, 13, 5, 7)]))),
        new("GlobalMaxPool", b => b.Output(b.Node("GlobalMaxPool", [b.Input("x", 2, 13, 5, 7)]))),
        new("LpPool", b => b.Output(b.Node("LpPool", [b.Input("x", 1, 3, 6, 6)], ("kernel_shape", new[] { 2, 2 }), ("strides", new[] { 2, 2 })))),
    ];

    private static IEnumerable<OperatorCase> ReductionCases =>
    [
        .. from op in Reductions
           from axes in (long[][])[[2], [1], [0], [1, 2], [0, 1, 2]]
           select new OperatorCase($"{op}_{string.Concat(axes)}", b => b.Output(b.Node(op, [b.Input("x", 3, 5, 18), b.Ints(axes)], ("keepdims", axes.Length % 2)))),
        new("ReduceLogSum", b => b.Output(b.Node("ReduceLogSum", [b.Node("Exp", [b.Input("x", 3, 5, 18)]), b.Ints(2)]))),
        .. from op in (string[])["ArgMax", "ArgMin"]
           from axis in (int[])[0, 1, 2]
           select new OperatorCase($"{op}_{axis}", b => b.Output(b.Node(op, [b.Input("x", 3, 5, 18)], ("axis", axis), ("keepdims", axis % 2)), ElementType.Int64)),
        .. from op in (string[])["Softmax", "LogSoftmax"]
           from axis in (int[])[0, 1, -1]
           select new OperatorCase($"{op}_{axis + 1}", b => b.Output(b.Node(op, [b.Input("x", 3, 5, 18)], ("axis", axis)))),
        new("Softmax_long", b => b.Output(b.Node("Softmax", [b.Node("Mul", [b.Input("x", 1, 1001), b.Constant([], 30)])]))),
    ];

    private static IEnumerable<OperatorCase> Normalizations =>
    [
        new("BatchNormalization", b => b.Output(b.Node("BatchNormalization",
            [b.Input("x", 2, 5, 3, 4), Positive(b, 5), Weights(b, [5], 1), Weights(b, [5], 1), Positive(b, 5)]))),
        new("InstanceNormalization", b => b.Output(b.Node("InstanceNormalization", [b.Input("x", 2, 5, 3, 4), Positive(b, 5), Weights(b, [5], 1)]))),
        new("LayerNormalization", b => b.Output(b.Node("LayerNormalization", [b.Input("x", 2, 5, 12), Positive(b, 12), Weights(b, [12], 1)]))),
        new("GroupNormalization_as_exported", b => b.Output(b.Node("Reshape", [b.Node("InstanceNormalization",
            [b.Node("Reshape", [b.Input("x", 1, 6, 4, 5), b.Ints(0, 2, -1)]), Positive(b, 2), Weights(b, [2], 1)]), b.Ints(1, 6, 4, 5)]))),
        new("LRN", b => b.Output(b.Node("LRN", [b.Input("x", 1, 7, 3, 4)], ("size", 3)))),
        new("LpNormalization", b => b.Output(b.Node("LpNormalization", [b.Input("x", 3, 9)]))),
    ];

    private static void Conv(OnnxModelBuilder b, int[] x, int[] w, params (string, object)[] attributes) =>
        b.Output(b.Node("Conv", [b.Input("x", x), Weights(b, w, w.Skip(1).Aggregate(1, (p, d) => p * d)), Weights(b, [w[0]], 1)], attributes));

    private static void Transposed(OnnxModelBuilder b, int[] x, int[] w, params (string, object)[] attributes) =>
        b.Output(b.Node("ConvTranspose", [b.Input("x", x), Weights(b, w, w[0])], attributes));

    private static void Places(OnnxModelBuilder b)
    {
        var results = b.Node("MaxPool", [b.Input("x", 2, 3, 5, 6)], 2, ("kernel_shape", new[] { 3, 2 }), ("strides", new[] { 2, 1 }), ("pads", new[] { 1, 0, 1, 1 }));
        b.Output(results[0]);
        b.Output(results[1], ElementType.Int64);
    }

    private static string Weights(OnnxModelBuilder b, int[] shape, int fanIn) => b.Constant(new TestData(shape.Sum()).Weights(shape, fanIn), "w");

    private static string Positive(OnnxModelBuilder b, int count) => b.Constant(new TestData(count).Floats([count], 0.5f, 1.5f), "p");
}
