using CompileModel.IR;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Tiling;
using CompileModel.Kernels.Winograd;
using CompileModel.Passes;
using CompileModel.Targets;

namespace CompileModel.Quantization.Precision;

/// <summary>Modelled cycles of a program on one thread, and its memory.</summary>
/// <param name="Total">Of the whole program, conversions between precisions included.</param>
/// <param name="Products">Of the kernels of convolutions and matrix products, with what is fused into them, by name of the ONNX node.</param>
/// <param name="PeakBytes">The most that activations take at one moment.</param>
public sealed record ModelledProgram(double Total, IReadOnlyDictionary<string, double> Products, long PeakBytes = 0)
{
    private static readonly HashSet<string> ProductTypes =
        ["Conv", "MatMul", "Gemm", "ConvInteger", "MatMulInteger", "QLinearConv", "QLinearMatMul", "com.microsoft.QGemm", "FusedConv", "com.microsoft.FusedConv", "ConvTranspose"];

    /// <summary>The cycles of a graph that is about to be lowered.</summary>
    public static ModelledProgram Of(Graph fused, TargetProfile target)
    {
        var forms = ConvolutionForms.Choose(fused, target);
        double total = 0;
        var products = new Dictionary<string, double>();
        foreach (var node in fused.Nodes)
        {
            double cycles = NodeCycles.Of(fused, node, target, forms);
            total += cycles;
            if (ProductOf(node) is { } origin) products[origin.Name] = products.GetValueOrDefault(origin.Name) + cycles;
        }
        return new(total, products, ModelStatistics.PeakOf(fused));
    }

    /// <summary>The convolution or matrix product of the model that a node computes, or null.</summary>
    public static Origin? ProductOf(Node node) => node.Operator is ConvNhwc or MatMulFused or ConvTransposeNhwc ? node.Origins.FirstOrDefault(o => ProductTypes.Contains(o.OpType)) : null;
}
