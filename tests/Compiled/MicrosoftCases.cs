using CompileModel.IR;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Compiled;

/// <summary>Float operators of com.microsoft that optimised and exported models hold.</summary>
internal static class MicrosoftCases
{
    private const ElementType I32 = ElementType.Int32;

    /// <summary>All cases.</summary>
    public static IEnumerable<OperatorCase> All =>
    [
        .. from activation in (string[])["Relu", "Tanh", "Sigmoid"] select new OperatorCase($"FusedConv_{activation}", b => FusedConv(b, activation, [])),
        new("FusedConv_LeakyRelu", b => FusedConv(b, "LeakyRelu", [0.3f])),
        new("FusedConv_Clip", b => FusedConv(b, "Clip", [-0.1f, 0.4f])),
        new("FusedConv_HardSigmoid", b => FusedConv(b, "HardSigmoid", [0.3f, 0.4f])),
        new("FusedConv_residual", b => b.Output(b.Node("com.microsoft::FusedConv", [b.Input("x", 1, 3, 6, 5), Weights(b, 4, 3, 1, 1), Weights(b, 4), b.Input("z", 1, 4, 6, 5)], ("activation", "Relu")))),
        new("FusedGemm", b => b.Output(b.Node("com.microsoft::FusedGemm", [b.Input("x", 3, 5), Weights(b, 6, 5), Weights(b, 6)], ("transB", 1), ("activation", "LeakyRelu"), ("activation_alpha", 0.2f)))),
        new("FusedMatMul", b => b.Output(b.Node("com.microsoft::FusedMatMul", [b.Input("x", 2, 5, 3), b.Input("y", 2, 7, 5)], ("alpha", 0.5f), ("transA", 1), ("transB", 1)))),
        new("FusedMatMul_batch", b => b.Output(b.Node("com.microsoft::FusedMatMul", [b.Input("x", 4, 2, 5), b.Input("y", 2, 5, 3)], ("transBatchA", 1)))),
        new("BiasGelu", b => b.Output(b.Node("com.microsoft::BiasGelu", [b.Input("x", 3, 8), b.Input("b", 8)]))),
        new("FastGelu", b => b.Output(b.Node("com.microsoft::FastGelu", [b.Input("x", 3, 8), b.Input("b", 8)]))),
        new("QuickGelu", b => b.Output(b.Node("com.microsoft::QuickGelu", [b.Input("x", 3, 8)], ("alpha", 1.5f)))),
        new("MicrosoftGelu", b => b.Output(b.Node("com.microsoft::Gelu", [b.Input("x", 3, 8)]))),
        new("SkipLayerNormalization", b => Skip(b, "SkipLayerNormalization", [b.Input("x", 2, 3, 8), b.Input("y", 2, 3, 8), Weights(b, 8), Weights(b, 8), Weights(b, 8)])),
        new("SkipSimplifiedLayerNormalization", b => Skip(b, "SkipSimplifiedLayerNormalization", [b.Input("x", 2, 3, 8), b.Input("y", 2, 3, 8), Weights(b, 8)])),
        new("SimplifiedLayerNormalization", b => b.Output(b.Node("SimplifiedLayerNormalization", [b.Input("x", 2, 3, 8), Weights(b, 8)]))),
        new("EmbedLayerNormalization", Embeddings),
        new("Attention", b => b.Output(b.Node("com.microsoft::Attention", [b.Input("x", 2, 5, 8), Weights(b, 8, 24), Weights(b, 24)], ("num_heads", 2)))),
        new("Attention_mask", b => b.Output(b.Node("com.microsoft::Attention", [b.Input("x", 2, 5, 8), Weights(b, 8, 24), Weights(b, 24), Mask(b, 2, 5)], ("num_heads", 2)))),
        new("Attention_causal", b => b.Output(b.Node("com.microsoft::Attention", [b.Input("x", 2, 5, 8), Weights(b, 8, 24), Weights(b, 24)], ("num_heads", 4), ("unidirectional", 1)))),
        new("MultiHeadAttention", b => b.Output(b.Node("com.microsoft::MultiHeadAttention", [b.Input("q", 2, 3, 8), b.Input("k", 2, 5, 8), b.Input("v", 2, 5, 8), Weights(b, 24)], ("num_heads", 2)))),
        new("MultiHeadAttention_mask", b => b.Output(b.Node("com.microsoft::MultiHeadAttention", [b.Input("q", 2, 3, 8), b.Input("k", 2, 5, 8), b.Input("v", 2, 5, 8), "", Mask(b, 2, 5)], ("num_heads", 2), ("scale", 0.7f)))),
    ];

    private static void FusedConv(OnnxModelBuilder b, string activation, float[] parameters) =>
        b.Output(b.Node("com.microsoft::FusedConv", [b.Input("x", 1, 3, 6, 5), Weights(b, 4, 3, 3, 3), Weights(b, 4)],
            [("activation", activation), ("pads", new[] { 1, 1, 1, 1 }), .. parameters.Length == 0 ? ((string, object)[])[] : [("activation_params", parameters)]]));

    private static void Skip(OnnxModelBuilder b, string op, string[] operands)
    {
        string[] results = [b.Prefix + "normal", b.Prefix + "sum"];
        b.RawNode($"com.microsoft::{op}", operands, [results[0], "", "", results[1]], ("epsilon", 1e-5f));
        foreach (string result in results) b.Output(result);
    }

    private static void Embeddings(OnnxModelBuilder b)
    {
        string[] operands = [b.Input(I32, "words", 2, 5), b.Input(I32, "segments", 2, 5), Weights(b, 9, 8), Weights(b, 7, 8), Weights(b, 4, 8), Weights(b, 8), Weights(b, 8), Mask(b, 2, 5)];
        var results = b.Node("com.microsoft::EmbedLayerNormalization", operands, 2, ("epsilon", 1e-5f));
        b.Output(results[0]);
        b.Output(results[1], I32);
    }

    /// <summary>Sequences of falling length.</summary>
    private static string Mask(OnnxModelBuilder b, int batch, int length) => b.Constant(Tensors.Make(I32, Shape.Of(batch, length), i => i % length < length - (i / length) ? 1 : 0), "mask");

    private static string Weights(OnnxModelBuilder b, params int[] shape) => b.Constant(new TestData(shape.Sum()).Weights(shape, shape[0]), "w");
}
