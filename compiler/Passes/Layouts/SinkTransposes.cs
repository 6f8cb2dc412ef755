using CompileModel.IR;

namespace CompileModel.Passes.Layouts;

/// <summary>
/// Matches: op(Transpose(x)) for every operator of <see cref="TransposeRules"/>. Becomes: Transpose(op'(x)). Why: the conversion that a convolution leaves
/// behind travels down until it meets the one that the next convolution wants, and both vanish (<see cref="CancelTransposes"/>). Where: after
/// <see cref="ConvertToNhwc"/>, repeated with CancelTransposes; it only ever moves transpositions down, so this settles.
/// </summary>
public sealed class SinkTransposes : IPass
{
    /// <inheritdoc/>
    public Patch? Run(Graph graph)
    {
        var patch = new Patch(graph);
        foreach (var node in graph.Nodes)
        {
            foreach (var rule in TransposeRules.All)
            {
                if (rule.TrySink(graph, patch, node) is not { } result) continue;
                patch.Replace(node.Output, result);
                break;
            }
        }
        return patch;
    }
}
