using System.Collections.Immutable;
using CompileModel.Diagnostics;
using CompileModel.Frontend.Editing;
using CompileModel.IR;
using CompileModel.Targets;

namespace CompileModel.Quantization;

/// <summary>From a float model to one of 8-bit integers, in three steps: prepare, plan with the ranges that calibration found, apply.</summary>
public static class Quantizer
{
    /// <summary>Brings a float model into the form that is calibrated and quantised: operator set 13 or newer, batch normalisations folded.</summary>
    /// <exception cref="CompilationException">CM4014: it has that form not, and cannot get it.</exception>
    public static void Prepare(EditableModel model)
    {
        if (model.Nodes.FirstOrDefault(n => n.OpType.Contains("QuantizeLinear", StringComparison.Ordinal) || n.OpType.Contains("QLinear", StringComparison.Ordinal)) is { } quantized)
            throw new CompilationException(DiagnosticCodes.CannotQuantize, "the model is quantised already", new(model.File, $"'{quantized.Name}' {quantized.OpType}"), "compile it without --quantize, or give the float model");
        OpsetUpgrade.Raise(model);
        BatchNormalizationFolding.Run(model);
    }

    /// <summary>Decides grids, weights and biases.</summary>
    /// <param name="model">The prepared model.</param>
    /// <param name="scope">What of it becomes integers.</param>
    /// <param name="ranges">By name of the tensor, for all in the scope.</param>
    /// <param name="activations">Int8 or UInt8.</param>
    /// <param name="target">The core that weights are chosen for, if there is one.</param>
    /// <exception cref="CompilationException">CM4015: a range is not finite.</exception>
    public static QuantizationPlan Plan(EditableModel model, QuantizationScope scope, IReadOnlyDictionary<string, TensorRange> ranges, ElementType activations = ElementType.Int8, TargetProfile? target = null)
    {
        Check(model, scope, ranges);
        var groups = scope.Tensors.GroupBy(scope.Group).ToDictionary(g => g.Key, g => TensorGrid.Over(g.Min(t => ranges[t].Low), g.Max(t => ranges[t].High), activations));
        var tensors = scope.Tensors.ToImmutableSortedDictionary(t => t, t => groups[scope.Group(t)], StringComparer.Ordinal);
        var readers = model.Nodes.SelectMany(n => n.Inputs.Select(i => (i, n))).ToLookup(p => p.i, p => p.n);
        // The grid that results go to as they are, or within bounds that are on it.
        TensorGrid? Result(EditableNode node)
        {
            string tensor = node.Outputs[0];
            while (!tensors.ContainsKey(tensor))
            {
                if (readers[tensor].ToArray() is not [{ OpType: "Relu" or "Clip" } bounds]) return null;
                tensor = bounds.Outputs[0];
            }
            return tensors[tensor];
        }
        QuantizedWeights Weights(EditableNode node, Product product)
        {
            var input = tensors[node.Input(0)];
            return product.Quantize(input.Scale, ranges[node.Input(0)].Means, WeightGoals.Of(target, input, Result(node)));
        }
        var products = scope.Products.ToDictionary(p => p.Node);
        var nodes = ImmutableArray.CreateBuilder<PlannedNode>();
        for (int i = 0; i < model.Nodes.Count; i++)
        {
            var node = model.Nodes[i];
            Ints read = [.. Enumerable.Range(0, node.Inputs.Count).Where(o => tensors.ContainsKey(node.Inputs[o]))];
            if (read.Count == 0) continue;
            nodes.Add(new(i, node.Name, node.OpType, read, products.TryGetValue(node, out var product) ? Weights(node, product) : null));
        }
        return new(tensors, nodes.ToImmutable());
    }

    /// <summary>Sees to it that all ranges are finite.</summary>
    /// <exception cref="CompilationException">CM4015: one is not.</exception>
    public static void Check(EditableModel model, QuantizationScope scope, IReadOnlyDictionary<string, TensorRange> ranges)
    {
        foreach (string name in scope.Tensors)
            if (!double.IsFinite(ranges[name].Low) || !double.IsFinite(ranges[name].High))
                throw new CompilationException(DiagnosticCodes.RangeNotFinite, $"tensor '{name}' is not finite for the samples", new(model.File), "calibrate on data as the model will see them; a float program shows which output is wrong");
    }

    /// <summary>Writes a plan into the prepared model: QuantizeLinear and DequantizeLinear around every tensor, integers in the place of weights and biases.</summary>
    public static void Apply(EditableModel model, QuantizationPlan plan) => new QdqWriter(model).Write(plan);
}
