using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: a node whose operands are all constants, or whose result depends on types only.</para>
/// <para>Becomes: constants.</para>
/// <para>Why: what is known at compile time is not computed at run time.</para>
/// <para>Where: after the forms are resolved; repeated, since folding and simplification feed each other. A result that is large, and much larger than
/// its operands (an expanded or tiled constant), is left to run time, or the weights would blow up.</para>
/// </summary>
/// <param name="keepsWeights">Whether constants that a convolution or product may read quantised stay so.</param>
public sealed class FoldConstants(bool keepsWeights) : IPass
{
    /// <summary>Results up to this size are always folded.</summary>
    private const long Small = 1 << 20;

    /// <inheritdoc/>
    public Patch? Run(Graph graph)
    {
        var patch = new Patch(graph);
        foreach (var node in graph.Nodes)
        {
            if (keepsWeights && IsWeights(graph, node)) continue;
            var data = node.Inputs.Select(v => patch.ConstantData(v)).ToArray();
            long limit = Math.Max(Small, 2 * data.Sum(t => t?.Type.Bytes ?? 0));
            TensorType?[] inputs = [.. node.Inputs.Select(v => v?.Type)];
            var types = graph.Infer(node.Operator, node.Inputs, node.Outputs.Length);
            if (ConstantFolding.TryEvaluate(node.Operator, inputs, data, types, limit) is not { } folded) continue;
            for (int i = 0; i < folded.Length; i++)
                if (node.Outputs[i] is { } output) patch.Replace(output, patch.Constant(output.Name, folded[i]));
        }
        return patch;
    }

    private static bool IsWeights(Graph graph, Node node) => node.Operator is Dequantize && (node.Input(0).Element == ElementType.Int32
        || graph.Users(node.Output).Any(u => u.Operator is Conv or MatMul or Gemm or Transpose or ReshapeTo));
}
