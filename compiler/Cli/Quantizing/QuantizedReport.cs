using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.IR.Operators.Fused;
using CompileModel.Passes.Bounded;
using CompileModel.Quantization;
using CompileModel.Quantization.Precision;
using CompileModel.Quantization.Reports;

namespace CompileModel.Cli.Quantizing;

/// <summary>The report on a model that is quantised already: what its layers are computed with, and why. Nothing is run: there is no float program to compare with.</summary>
internal static class QuantizedReport
{
    /// <summary>Makes the report; null for a model without quantised tensors.</summary>
    /// <param name="settings">The model; cycles are those of its target.</param>
    /// <param name="hasTarget">Whether cycles are wanted.</param>
    public static QuantizationReport? Of(CompileSettings settings, bool hasTarget)
    {
        var diagnostics = new DiagnosticBag();
        var read = ModelReader.ReadWhatFits(settings.ModelPath, settings.Import, diagnostics);
        var typed = BoundDimensions.Run(read.Graph, read.Symbols, read.File, diagnostics).Graph;
        if (!FloatProducts.IsQuantized(typed)) return null;
        var graph = ModelCompiler.Optimize(settings, diagnostics, _ => { })!.Graph;
        var reasons = FloatProducts.Of(typed, graph).ToDictionary(f => f.Node.Name, f => f.Reason);
        var cycles = hasTarget ? ModelledProgram.Of(graph, settings.Target) : null;
        var layers = graph.Nodes.Where(n => n.Operator is ConvNhwc or MatMulFused or ConvTransposeNhwc).Select(n => (Node: n, Origin: ModelledProgram.ProductOf(n))).Where(l => l.Origin is not null).DistinctBy(l => l.Origin!.Index);
        return new(read.File, hasTarget ? settings.Target.Name : null, 0, [], null, cycles?.Total, null, [.. layers.OrderBy(l => l.Origin!.Index).Select(l => Layer(l.Node, l.Origin!))]);

        LayerReport Layer(Node node, Origin origin)
        {
            double? own = cycles?.Products.GetValueOrDefault(origin.Name);
            bool isInteger = node.Input(0).Element == ElementType.Int8;
            var input = isInteger && typed.Nodes.FirstOrDefault(n => n.Origins.Contains(origin)) is { } source ? Grid(typed, source) : null;
            return new(origin.Name, origin.OpType, isInteger ? "int8" : "float32", isInteger ? null : reasons.GetValueOrDefault(origin.Name), input, null, null, null, null, null, null, null, null, own, null, own / cycles?.Total);
        }
    }

    /// <summary>The grid of a product's first operand: that of the DequantizeLinear before it, or its own operands 1 and 2.</summary>
    private static TensorReport? Grid(Graph graph, Node product)
    {
        var (owner, value) = product.Operator.Name.StartsWith('Q') ? (product, product.Input(0)) : graph.Producer(product.Input(0)) is { Operator.Name: "DequantizeLinear" } dequantize ? (dequantize, dequantize.Input(0)) : (null, null);
        if (owner is null || value is null || !value.Element.IsByte() || graph.Constant(owner.OptionalInput(1)) is not { Count: 1 } scale) return null;
        var zero = graph.Constant(owner.OptionalInput(2));
        return TensorReport.Of(value.Name, new TensorGrid(value.Element, (float)scale.AsDouble(0), zero is null ? 0 : (int)zero.AsLong(0)), null);
    }
}
