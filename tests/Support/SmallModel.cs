namespace CompileModel.Tests.Support;

/// <summary>A small classifier with one of each common stage: padded convolution, depthwise convolution with residual, pooling, dense layer, softmax.</summary>
internal static class SmallModel
{
    /// <summary>Builds it; input <c>image</c> of 1x3x12x10, output of 1x5.</summary>
    public static OnnxModelBuilder Create()
    {
        var data = new TestData(5);
        var b = new OnnxModelBuilder();
        var image = b.Input("image", 1, 3, 12, 10);
        var stem = b.Node("Relu", [b.Node("Conv", [image, b.Constant(data.Weights([8, 3, 3, 3], 27), "stem_w"), b.Constant(data.Floats([8]), "stem_b")],
            ("kernel_shape", new[] { 3, 3 }), ("strides", new[] { 2, 2 }), ("pads", new[] { 1, 1, 1, 1 }))]);
        var depthwise = b.Node("Conv", [stem, b.Constant(data.Weights([8, 1, 3, 3], 9), "depthwise_w")], ("kernel_shape", new[] { 3, 3 }), ("pads", new[] { 1, 1, 1, 1 }), ("group", 8));
        var pooled = b.Node("MaxPool", [b.Node("Add", [stem, depthwise])], ("kernel_shape", new[] { 2, 2 }), ("strides", new[] { 2, 2 }));
        var dense = b.Node("Gemm", [b.Node("Flatten", [pooled]), b.Constant(data.Weights([5, 48], 48), "dense_w"), b.Constant(data.Floats([5]), "dense_b")], ("transB", 1));
        b.Output(b.Node("Softmax", [dense]));
        return b;
    }
}
