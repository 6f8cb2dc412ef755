using CompileModel.IR;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Compiled;

/// <summary>Quantised operators of ONNX and of com.microsoft.</summary>
internal static class QuantizedCases
{
    private const ElementType U8 = ElementType.UInt8, I8 = ElementType.Int8;

    /// <summary>All cases.</summary>
    public static IEnumerable<OperatorCase> All => [.. Conversions, .. Products, .. Convolutions, .. Others];

    private static IEnumerable<OperatorCase> Conversions =>
    [
        .. from type in (ElementType[])[U8, I8, ElementType.UInt16, ElementType.Int16]
           let domain = type.Size() == 1 ? "" : "com.microsoft::" // the standard has 16 bits from opset 21 on
           select new OperatorCase($"Quantize_{type}", b => b.Output(b.Node($"{domain}DequantizeLinear", [Quantize(b, b.Input("x", 5, 37), type, 0.003f, 3), Scale(b, 0.25f), Zero(b, type, 2)]))),
        .. from type in (ElementType[])[U8, I8]
           select new OperatorCase($"Quantize_stored_{type}", b => b.Output(Quantize(b, b.Input("x", 5, 37), type, 0.01f, 7), type)),
        new("Quantize_axis", b => b.Output(b.Node("QuantizeLinear", [b.Input("x", 2, 3, 7), b.Constant([3], 0.01f, 0.02f, 0.003f), Bytes(b, U8, [3], 1, 128, 255)], ("axis", 1)), U8)),
        new("Dequantize_axis", b => b.Output(b.Node("DequantizeLinear", [Quantize(b, b.Input("x", 2, 3, 7), I8, 0.01f, -4), b.Constant([7], 1, 2, 3, 4, 5, 6, 7)], ("axis", -1)))),
        new("Dequantize_int32", b => b.Output(b.Node("DequantizeLinear", [b.Input(ElementType.Int32, "x", 9), Scale(b, 0.3f)]))),
        new("Requantize_movement", Movement),
        new("DynamicQuantizeLinear", b =>
        {
            var results = b.Node("DynamicQuantizeLinear", [b.Input("x", 7, 19)], 3);
            b.Output(results[0], U8);
            b.Output(results[1]);
            b.Output(results[2], U8);
        }),
    ];

    private static IEnumerable<OperatorCase> Products =>
    [
        .. from depth in (int[])[5, 300, 1100]
           select new OperatorCase($"MatMulInteger_{depth}", b => b.Output(b.Node("MatMulInteger",
               [Quantize(b, b.Input("x", 3, depth), U8, 0.008f, 130), Quantize(b, b.Input("y", depth, 7), I8, 0.008f, 0), Zero(b, U8, 130), Zero(b, I8, 3)]), ElementType.Int32)),
        new("MatMulInteger_constant", b => b.Output(b.Node("MatMulInteger", [Quantize(b, b.Input("x", 2, 3, 500), I8, 0.008f, 1), Weights(b, I8, 500, 9)]), ElementType.Int32)),
        .. from weights in (ElementType[])[U8, I8]
           select new OperatorCase($"QLinearMatMul_{weights}", b => b.Output(b.Node("QLinearMatMul",
               [Quantize(b, b.Input("x", 5, 60), U8, 0.01f, 100), Scale(b, 0.01f), Zero(b, U8, 100), Weights(b, weights, 60, 11), Scale(b, 0.02f), Zero(b, weights, 5), Scale(b, 0.8f), Zero(b, U8, 90)]), U8)),
        new("QGemm", b => b.Output(b.Node("com.microsoft::QGemm",
            [Quantize(b, b.Input("x", 3, 40), U8, 0.01f, 100), Scale(b, 0.01f), Zero(b, U8, 100), Weights(b, I8, 8, 40), Scale(b, 0.02f), Zero(b, I8, 0), Int32(b, 8, 900), Scale(b, 0.5f), Zero(b, U8, 90)],
            ("alpha", 1f), ("transB", 1)), U8)),
        new("QGemm_float", b => b.Output(b.Node("com.microsoft::QGemm",
            [Quantize(b, b.Input("x", 3, 40), U8, 0.01f, 100), Scale(b, 0.01f), Zero(b, U8, 100), Weights(b, I8, 40, 8), Scale(b, 0.02f), Zero(b, I8, 0)], ("alpha", 1f)))),
        new("MatMulIntegerToFloat", b => b.Output(b.Node("com.microsoft::MatMulIntegerToFloat",
            [Quantize(b, b.Input("x", 3, 40), U8, 0.01f, 100), Weights(b, I8, 40, 8), Scale(b, 0.01f), b.Constant([8], 1, 2, 3, 4, 5, 6, 7, 8), Zero(b, U8, 100), "", b.Input("bias", 8)]))),
        new("DynamicQuantizeMatMul", b => b.Output(b.Node("com.microsoft::DynamicQuantizeMatMul", [b.Input("x", 3, 40), Weights(b, I8, 40, 8), Scale(b, 0.02f), Zero(b, I8, 0), b.Input("bias", 8)]))),
    ];

    private static IEnumerable<OperatorCase> Convolutions =>
    [
        new("ConvInteger", b => b.Output(b.Node("ConvInteger", [Quantize(b, b.Input("x", 1, 3, 9, 8), U8, 0.01f, 100), Weights(b, U8, 5, 3, 3, 3), Zero(b, U8, 100), Zero(b, U8, 120)], ("pads", new[] { 1, 1, 1, 1 })), ElementType.Int32)),
        new("ConvInteger_dynamic", b => DynamicConv(b, [1, 3, 9, 8], [5, 3, 3, 3], 1, U8)),
        new("ConvInteger_dynamic_deep", b => DynamicConv(b, [1, 64, 12, 11], [33, 64, 3, 3], 1, U8)),
        new("ConvInteger_dynamic_int8", b => DynamicConv(b, [2, 16, 7, 9], [40, 16, 3, 3], 1, I8)),
        new("ConvInteger_dynamic_pointwise", b => DynamicConv(b, [1, 32, 9, 7], [24, 32, 1, 1], 1, I8, 0)),
        new("ConvInteger_dynamic_depthwise", b => DynamicConv(b, [1, 24, 9, 7], [24, 1, 3, 3], 24, I8)),
        new("ConvInteger_dynamic_sums", b =>
        {
            var quantized = b.Node("DynamicQuantizeLinear", [b.Input("x", 1, 5, 9, 8)], 3);
            b.Output(b.Node("ConvInteger", [quantized[0], Weights(b, U8, 7, 5, 3, 3), quantized[2], Zero(b, U8, 131)], ("pads", new[] { 2, 1, 0, 1 })), ElementType.Int32);
        }),
        new("MatMulInteger_dynamic", b =>
        {
            var quantized = b.Node("DynamicQuantizeLinear", [b.Input("x", 1, 9, 40)], 3);
            b.Output(b.Node("MatMulInteger", [quantized[0], Weights(b, U8, 40, 21), quantized[2], Zero(b, U8, 131)]), ElementType.Int32);
        }),
        new("MatMulInteger_extremes", Extremes),
        new("ConvInteger_dynamic_large", b => DynamicConv(b, [1, 64, 64, 64], [64, 64, 3, 3], 1, U8)),
        new("ConvInteger_dynamic_strides", b => DynamicConv(b, [1, 3, 64, 64], [64, 3, 3, 3], 1, U8, 1, ("strides", new[] { 2, 2 }))),
        new("ConvInteger_dynamic_dilated", b => DynamicConv(b, [1, 16, 16, 16], [16, 16, 3, 3], 1, U8, 2, ("dilations", new[] { 2, 2 }))),
        new("ConvInteger_dynamic_1d", b => DynamicConv(b, [1, 6, 19], [4, 6, 3], 1, U8)),
        new("QLinearConv_deep", b => Conv(b, [1, 300, 5, 5], [6, 300, 3, 3], 1)),
        new("QLinearConv_pointwise", b => Conv(b, [1, 16, 9, 7], [24, 16, 1, 1], 1)),
        new("QLinearConv_depthwise", b => Conv(b, [1, 16, 9, 7], [16, 1, 3, 3], 16)),
        new("QLinearConv_groups", b => Conv(b, [2, 6, 9, 7], [4, 3, 3, 3], 2)),
        new("QLinearConv_1d", b => Conv(b, [1, 6, 19], [4, 6, 3], 1)),
        new("QLinearConv_large_bias", b => Conv(b, [1, 6, 9, 7], [4, 6, 3, 3], 1, 1 << 30)),
        .. from op in (string[])["Conv", "MatMul", "Gemm"]
           select new OperatorCase($"Quantized_{op}", b => Around(b, op)),
    ];

    private static IEnumerable<OperatorCase> Others =>
    [
        .. from op in (string[])["QLinearAdd", "QLinearMul"]
           select new OperatorCase(op, b => b.Output(b.Node($"com.microsoft::{op}",
               [Quantize(b, b.Input("x", 3, 5, 13), U8, 0.0081f, 120), Scale(b, 0.0081f), Zero(b, U8, 120), Quantize(b, b.Input("y", 5, 13), U8, 0.0077f, 128), Scale(b, 0.0077f), Zero(b, U8, 128), Scale(b, 0.0123f), Zero(b, U8, 99)]), U8)),
        Unary("QLinearSigmoid"), Unary("QLinearLeakyRelu", ("alpha", 0.1f)), Unary("QLinearSoftmax", ("axis", 1), ("opset", 13)),
        Unary("QLinearAveragePool", ("kernel_shape", new[] { 3, 2 }), ("strides", new[] { 2, 1 }), ("pads", new[] { 1, 0, 1, 1 })),
        Unary("QLinearGlobalAveragePool", ("channels_last", 0)),
        new("QLinearConcat", b => b.Output(b.Node("com.microsoft::QLinearConcat",
            [Scale(b, 0.01f), Zero(b, U8, 100), Quantize(b, b.Input("x", 2, 3), U8, 0.01f, 100), Scale(b, 0.01f), Zero(b, U8, 100), Quantize(b, b.Input("y", 2, 5), U8, 0.006f, 50), Scale(b, 0.006f), Zero(b, U8, 50)],
            ("axis", 1)), U8)),
    ];

    private static OperatorCase Unary(string op, params (string Name, object Value)[] attributes) => new(op, b => b.Output(b.Node($"com.microsoft::{op}",
        [Quantize(b, b.Input("x", 1, 5, 6, 7), U8, 0.008f, 120), Scale(b, 0.008f), Zero(b, U8, 120), Scale(b, 1 / 256f), Zero(b, U8, 3)], attributes), U8));

    /// <summary>Values that are moved between two quantisations.</summary>
    private static void Movement(OnnxModelBuilder b)
    {
        string q = b.Node("MaxPool", [Quantize(b, b.Input("x", 1, 4, 6, 6), U8, 0.01f, 100)], ("kernel_shape", new[] { 2, 2 }), ("strides", new[] { 2, 2 }));
        string turned = b.Node("Reshape", [b.Node("Transpose", [q], ("perm", new[] { 0, 2, 3, 1 })), b.Ints(1, -1)]);
        b.Output(b.Node("DequantizeLinear", [turned, Scale(b, 0.01f), Zero(b, U8, 100)]));
    }

    /// <summary>An operator of floats between quantisations.</summary>
    private static void Around(OnnxModelBuilder b, string op)
    {
        string Real(string x, ElementType type, float scale, int zero) => b.Node("DequantizeLinear", [x, Scale(b, scale), Zero(b, type, zero)]);
        string x = Real(Quantize(b, b.Input("x", op == "Conv" ? [1, 4, 6, 5] : [6, 5]), U8, 0.008f, 120), U8, 0.008f, 120);
        string y = Real(op == "Conv" ? Weights(b, I8, 7, 4, 3, 3) : Weights(b, I8, 5, 7), I8, 0.01f, 0);
        string[] bias = op is "Conv" or "Gemm" ? [Real(Int32(b, 7, 3000), ElementType.Int32, 0.00008f, 0)] : [];
        string relu = b.Node("Relu", [b.Node(op, [x, y, .. bias])]);
        b.Output(b.Node("QuantizeLinear", [relu, Scale(b, 0.02f), Zero(b, U8, 0)]), U8);
    }

    private static void Conv(OnnxModelBuilder b, int[] x, int[] w, int groups, int most = 2000)
    {
        float[] scales = [.. Enumerable.Range(0, w[0]).Select(m => 0.01f + (0.003f * m))];
        string[] operands =
        [
            Quantize(b, b.Input("x", x), U8, 0.008f, 121), Scale(b, 0.008f), Zero(b, U8, 121), Weights(b, I8, w), b.Constant([w[0]], scales), Bytes(b, I8, [w[0]], new int[w[0]]),
            Scale(b, 0.05f * MathF.Sqrt(w.Skip(1).Aggregate(1, (a, n) => a * n))), Zero(b, U8, 128), Int32(b, w[0], most),
        ];
        int axes = w.Length - 2;
        b.Output(b.Node("QLinearConv", operands, ("pads", Enumerable.Repeat(1, 2 * axes).ToArray()), ("strides", Enumerable.Range(0, axes).Select(i => 1 + (i % 2)).ToArray()), ("group", groups)), U8);
    }

    /// <summary>
    /// For each column a row of the largest bytes, with the signs of its weights or against them. Weights of a column are as large as sums in 16 bits let them be: of six products, which
    /// sums of four, beginning elsewhere, do not let, and of every eighth column of four products.
    /// </summary>
    private static void Extremes(OnnxModelBuilder b)
    {
        const int Depth = 480, Columns = 32;
        var data = new TestData(Depth);
        sbyte[][] columns = [.. Enumerable.Range(0, Columns).Select(n =>
        {
            double[] shape = [.. Enumerable.Range(0, Depth).Select(k => data.Int(-1000, 1000) / (k / 8 % 12 is 4 or 5 || k / 8 % 12 == (n % 8 == 0 ? 3 : 6) ? 1e3 : 1e4))];
            return ShortSumCases.Largest(shape, Depth, n % 8 == 0 ? 4 : 6);
        })];
        string signs = b.Constant([2 * Columns, Depth], [.. Enumerable.Range(0, 2 * Columns * Depth).Select(i => Math.Sign(columns[i / Depth / 2][i % Depth]) * (i / Depth % 2 == 0 ? 1f : -1f))]);
        string x = Quantize(b, b.Node("Mul", [signs, b.Node("Add", [b.Node("Abs", [b.Input("x", 2 * Columns, Depth)]), Scale(b, 9)])]), I8, 0.01f, 0);
        b.Output(b.Node("MatMulInteger", [x, b.Constant(Tensors.Make(I8, Shape.Of(Depth, Columns), i => columns[i % Columns][i / Columns]), "w")]), ElementType.Int32);
    }

    /// <summary>A convolution as dynamic quantisation writes it: the zero point is known at run time.</summary>
    private static void DynamicConv(OnnxModelBuilder b, int[] x, int[] w, int groups, ElementType weights, int pad = 1, params (string Name, object Value)[] attributes)
    {
        int axes = w.Length - 2;
        var quantized = b.Node("DynamicQuantizeLinear", [b.Input("x", x)], 3);
        string sum = b.Node("ConvInteger", [quantized[0], Weights(b, weights, w), quantized[2], Zero(b, weights, weights == U8 ? 121 : 0)], [("pads", Enumerable.Repeat(pad, 2 * axes).ToArray()), ("group", groups), .. attributes]);
        b.Output(b.Node("Relu", [b.Node("Mul", [b.Node("Cast", [sum], ("to", 1)), b.Node("Mul", [quantized[1], Scale(b, 0.002f)])])]));
    }

    private static string Quantize(OnnxModelBuilder b, string x, ElementType type, float scale, int zero) => b.Node(type.Size() == 1 ? "QuantizeLinear" : "com.microsoft::QuantizeLinear", [x, Scale(b, scale), Zero(b, type, zero)]);

    private static string Scale(OnnxModelBuilder b, float value) => b.Constant([], value);

    private static string Zero(OnnxModelBuilder b, ElementType type, int value) => b.Constant(Tensors.Fill(type, Shape.Scalar, value), "zero");

    private static string Bytes(OnnxModelBuilder b, ElementType type, int[] shape, params int[] values) => b.Constant(Tensors.Make(type, Shape.Of(shape), i => values[i]), "zero");

    private static string Weights(OnnxModelBuilder b, ElementType type, params int[] shape)
    {
        var data = new TestData(shape.Sum());
        return b.Constant(Tensors.Make(type, Shape.Of(shape), _ => type == U8 ? data.Int(0, 255) : data.Int(-127, 127)), "w");
    }

    private static string Int32(OnnxModelBuilder b, int count, int most)
    {
        var data = new TestData(count);
        return b.Constant(Tensors.Make(ElementType.Int32, Shape.Of(count), _ => data.Int(-most, most)), "bias");
    }
}
