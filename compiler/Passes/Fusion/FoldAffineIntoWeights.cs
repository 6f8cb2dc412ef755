using CompileModel.IR;
using CompileModel.IR.Operators.Fused;

namespace CompileModel.Passes.Fusion;

/// <summary>
/// Matches: Add, Sub, Mul, Div by constants along the channels right after a convolution or matrix product whose epilogue is still empty (what a
/// BatchNormalization has become), or right before one. Becomes: other weights and another bias. A shift before a convolution is folded only when no
/// tap is padding; nothing into a convolution whose sums must be exact. Where: after layouts have settled, so that channels are always last, and before epilogues are fused.
/// </summary>
public sealed class FoldAffineIntoWeights : IPass
{
    /// <inheritdoc/>
    public Patch? Run(Graph graph)
    {
        var patch = new Patch(graph);
        var touched = new HashSet<Node>();
        foreach (var node in graph.Nodes)
        {
            if (touched.Contains(node)) continue;
            if (node.Operator is not ConvNhwc { IsExact: true } && ScaledWeights.Of(graph, node) is { } weights && Before(graph, patch, node, weights, touched)) continue;
            After(graph, patch, node, touched);
        }
        return patch;
    }

    private static bool Before(Graph graph, Patch patch, Node node, ScaledWeights weights, HashSet<Node> touched)
    {
        var x = node.Input(0);
        if (graph.Producer(x) is not { } producer || !graph.HasSingleUse(x) || touched.Contains(producer) || AffineStep.Of(graph, producer) is not { } step) return false;
        if (step.Shift is not null && weights.SeesPadding) return false;
        var data = step.Scale is null ? weights.Data : weights.ScaleInputs(step.Scale);
        var bias = step.Shift is null ? node.OptionalInput(FusedOperator.Bias) : Bias(graph, patch, node, weights, weights.SumInputs(step.Shift), null);
        if (bias is null && step.Shift is not null) return false;
        touched.UnionWith([node, producer]);
        var inputs = node.Inputs.Skip(FusedOperator.FirstExtra).Prepend(bias).Prepend(step.Scale is null ? node.Input(1) : patch.Constant(node.Input(1).Name, data)).Prepend(step.Operand);
        patch.Replace(node.Output, patch.Add(node.Output.Name, node.Operator, [.. inputs], producer, node));
        return true;
    }

    private static void After(Graph graph, Patch patch, Node node, HashSet<Node> touched)
    {
        if (node.Outputs.Length != 1 || AffineStep.Of(graph, node) is not { } step || !graph.HasSingleUse(step.Operand)) return;
        if (graph.Producer(step.Operand) is not { Operator: FusedOperator { Epilogue.IsIdentity: true } } producer || touched.Contains(producer)) return;
        if (producer.Operator is ConvNhwc { IsExact: true } || ScaledWeights.Of(graph, producer) is not { } weights) return;
        var old = producer.OptionalInput(FusedOperator.Bias);
        if (old is not null && graph.Constant(old) is null) return;
        var bias = step.Shift is null && old is null ? null : Bias(graph, patch, producer, weights, step.Shift ?? [0], step.Scale);
        var data = step.Scale is null ? producer.Input(1) : patch.Constant(producer.Input(1).Name, weights.ScaleOutputs(step.Scale));
        touched.UnionWith([node, producer]);
        patch.Replace(node.Output, patch.Add(node.Output.Name, producer.Operator, [producer.Input(0), data, bias], producer, node));
    }

    /// <summary>The old bias times a scale plus a shift; null when the old bias is not constant.</summary>
    private static Value? Bias(Graph graph, Patch patch, Node node, ScaledWeights weights, float[] shift, float[]? scale)
    {
        var old = node.OptionalInput(FusedOperator.Bias);
        if (old is not null && graph.Constant(old) is null) return null;
        var result = Tensor.Zeros(ElementType.Float32, Shape.Of(weights.Outputs));
        var target = result.Fill<float>();
        for (int i = 0; i < target.Length; i++)
        {
            float b = old is null ? 0 : graph.Constant(old)!.Span<float>()[i];
            target[i] = b * (scale is null ? 1 : scale[scale.Length == 1 ? 0 : i]) + shift[shift.Length == 1 ? 0 : i];
        }
        return patch.Constant(old?.Name ?? $"{node.Output.Name}.bias", result);
    }
}
