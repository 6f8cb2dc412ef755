using CompileModel.IR;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Compiled;

/// <summary>Operators that move data or change shapes only.</summary>
internal static class MovementCases
{
    /// <summary>All cases.</summary>
    public static IEnumerable<OperatorCase> All =>
    [
        .. ((int[][])[[1, 0, 2], [0, 2, 1], [2, 1, 0], [2, 0, 1], [1, 2, 0]]).Select(p =>
            new OperatorCase($"Transpose_{string.Concat(p)}", b => b.Output(b.Node("Transpose", [b.Input("x", 3, 17, 21)], ("perm", p))))),
        new("Transpose_5d", b => b.Output(b.Node("Transpose", [b.Input("x", 2, 3, 4, 5, 6)], ("perm", new[] { 4, 2, 0, 3, 1 })))),
        new("Reshape", b => b.Output(b.Node("Reshape", [b.Input("x", 2, 3, 4), b.Ints(4, -1)]))),
        new("Reshape_zero", b => b.Output(b.Node("Reshape", [b.Input("x", 2, 3, 4), b.Ints(0, 12)]))),
        new("Flatten", b => b.Output(b.Node("Flatten", [b.Input("x", 2, 3, 4)], ("axis", 2)))),
        new("Squeeze", b => b.Output(b.Node("Relu", [b.Node("Squeeze", [b.Input("x", 1, 5, 1, 3), b.Ints(0, 2)])]))),
        new("Unsqueeze", b => b.Output(b.Node("Relu", [b.Node("Unsqueeze", [b.Input("x", 5, 3), b.Ints(0, 3)])]))),
        new("Identity", b => b.Output(b.Node("Identity", [b.Input("x", 5, 3)]))),
        new("TwoOutputsOfOneValue", TwoOutputs),
        new("ConstantOutput", b => b.Output(b.Node("Add", [b.Constant([3], 1, 2, 3), b.Constant([], 1)]))),
        .. ((int[])[0, 1, 2, -1]).Select(axis => new OperatorCase($"Concat_{axis + 3}", b => b.Output(b.Node("Concat", Same(b, axis), ("axis", axis))))),
        new("Split", b => Split(b, 1, [2, 3, 4])),
        new("Split_last", b => Split(b, 2, [1, 5, 5])),
        new("Slice", b => b.Output(b.Node("Slice", [b.Input("x", 5, 9, 11), b.Ints(1, 2), b.Ints(4, 9), b.Ints(0, 2), b.Ints(1, 3)]))),
        new("Slice_negative", b => b.Output(b.Node("Slice", [b.Input("x", 5, 9, 11), b.Ints(-1, 8), b.Ints(-6, -12), b.Ints(1, 2), b.Ints(-2, -1)]))),
        new("Pad_constant", b => b.Output(b.Node("Pad", [b.Input("x", 2, 3, 5), b.Ints(0, 1, 2, 1, 0, 3), b.Constant([], 0.5f)]))),
        new("Pad_reflect", b => b.Output(b.Node("Pad", [b.Input("x", 2, 4, 5), b.Ints(0, 1, 2, 0, 3, 3)], ("mode", "reflect")))),
        new("Pad_edge", b => b.Output(b.Node("Pad", [b.Input("x", 2, 4, 5), b.Ints(0, 1, 2, 0, 3, 3)], ("mode", "edge")))),
        new("Pad_crop", b => b.Output(b.Node("Pad", [b.Input("x", 4, 6), b.Ints(-1, 0, 0, -2)]))),
        new("Gather_constant", b => b.Output(b.Node("Gather", [b.Input("x", 4, 7, 5), b.Ints(3, 0, -1)], ("axis", 1)))),
        new("Gather_input", b => b.Output(b.Node("Gather", [b.Input("x", 4, 7), b.Input(ElementType.Int64, "i", 2, 3)], ("axis", 0)))),
        new("GatherElements", b => b.Output(b.Node("GatherElements", [b.Input("x", 4, 7), b.Input(ElementType.Int64, "i", 4, 3)], ("axis", 1)))),
        new("GatherND", b => b.Output(b.Node("GatherND", [b.Input("x", 4, 5, 6), b.Input(ElementType.Int64, "i", 3, 2)]))),
        new("ScatterElements", b => b.Output(b.Node("ScatterElements", [b.Input("x", 3, 5), Indexes(b, [1, 2], 4, 1), b.Input("u", 1, 2)], ("axis", 1)))),
        new("ScatterND", b => b.Output(b.Node("ScatterND", [b.Input("x", 4, 5), Indexes(b, [2, 1], 3, 0), b.Input("u", 2, 5)]))),
        new("TopK", b => b.Output(b.Node("TopK", [b.Input("x", 3, 9), b.Ints(4)], 2)[0])),
        new("CumSum", b => b.Output(b.Node("CumSum", [b.Input("x", 3, 9), b.Constant(Tensor.From<long>(ElementType.Int64, Shape.Scalar, [1]))]))),
        new("Expand", b => b.Output(b.Node("Expand", [b.Input("x", 3, 1, 5), b.Ints(2, 1, 4, 1)]))),
        new("Tile", b => b.Output(b.Node("Tile", [b.Input("x", 3, 5), b.Ints(2, 3)]))),
        new("DepthToSpace_DCR", b => b.Output(b.Node("DepthToSpace", [b.Input("x", 1, 8, 3, 5)], ("blocksize", 2)))),
        new("DepthToSpace_CRD", b => b.Output(b.Node("DepthToSpace", [b.Input("x", 1, 18, 3, 5)], ("blocksize", 3), ("mode", "CRD")))),
        new("SpaceToDepth", b => b.Output(b.Node("SpaceToDepth", [b.Input("x", 1, 3, 4, 6)], ("blocksize", 2)))),
        .. from mode in (string[])["half_pixel", "align_corners", "asymmetric", "pytorch_half_pixel"]
           // ONNX Runtime takes the ratio of the rounded sizes for align_corners, the standard the scale.
           from scale in (float[])[0.5f, mode == "align_corners" ? 1.5f : 1.6f, 3]
           select new OperatorCase($"Resize_linear_{mode}_{(int)(scale * 10)}", b => Resize(b, "linear", mode, scale)),
        .. from mode in (string[])["half_pixel", "align_corners", "asymmetric"]
           from rounding in (string[])["floor", "ceil", "round_prefer_floor", "round_prefer_ceil"]
           select new OperatorCase($"Resize_nearest_{mode}_{rounding}", b => Resize(b, "nearest", mode, mode == "align_corners" ? 1.5f : 1.7f, rounding)),
        new("Resize_sizes", b => b.Output(b.Node("Resize", [b.Input("x", 1, 3, 5, 7), "", "", b.Ints(1, 3, 9, 4)], ("mode", "linear")))),
        new("Shape_arithmetic", ShapeArithmetic),
    ];

    private static string Indexes(OnnxModelBuilder b, int[] shape, params long[] values) => b.Constant(Tensor.From<long>(ElementType.Int64, Shape.Of(shape), values), "i");

    private static string[] Same(OnnxModelBuilder b, int axis)
    {
        int[] Dims(int length)
        {
            int[] dims = [2, 3, 5];
            dims[axis < 0 ? 3 + axis : axis] = length;
            return dims;
        }
        return [b.Input("a", Dims(1)), b.Node("Relu", [b.Input("b", Dims(4))]), b.Constant(new TestData(3).Floats(Dims(2)))];
    }

    private static void Split(OnnxModelBuilder b, int axis, long[] sizes)
    {
        int[] dims = [2, 4, 6];
        dims[axis] = (int)sizes.Sum();
        var parts = b.Node("Split", [b.Node("Neg", [b.Input("x", dims)]), b.Ints(sizes)], sizes.Length, ("axis", axis));
        b.Output(parts[1]);
        b.Output(b.Node("Relu", [parts[0]]));
        b.Output(b.Node("Exp", [parts[2]]));
    }

    private static void Resize(OnnxModelBuilder b, string mode, string coordinates, float scale, string rounding = "round_prefer_floor") =>
        b.Output(b.Node("Resize", [b.Input("x", 1, 3, 6, 8), "", b.Constant([4], 1, 1, scale, scale)], ("mode", mode), ("coordinate_transformation_mode", coordinates), ("nearest_mode", rounding)));

    private static void TwoOutputs(OnnxModelBuilder b)
    {
        var y = b.Output(b.Node("Relu", [b.Input("x", 7)]));
        b.Output(b.Node("Identity", [y]));
    }

    /// <summary>What exporters write for x.view(x.size(0), -1): shapes computed in the graph.</summary>
    private static void ShapeArithmetic(OnnxModelBuilder b)
    {
        var x = b.Input("x", 2, 3, 4);
        var batch = b.Node("Unsqueeze", [b.Node("Gather", [b.Node("Shape", [x]), b.Constant(Tensor.From<long>(ElementType.Int64, Shape.Scalar, [0]))]), b.Ints(0)]);
        b.Output(b.Node("Reshape", [x, b.Node("Concat", [batch, b.Ints(-1)], ("axis", 0))]));
    }
}
