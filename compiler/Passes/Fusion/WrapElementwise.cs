using CompileModel.IR;
using CompileModel.IR.Operators.Fused;

namespace CompileModel.Passes.Fusion;

/// <summary>
/// Matches: an elementwise operator that nothing was fused with. Becomes: <see cref="Elementwise"/> of one step. Why: kernels know one form of elementwise
/// nodes. Where: after fusion has settled.
/// </summary>
public sealed class WrapElementwise : IPass
{
    /// <inheritdoc/>
    public Patch? Run(Graph graph)
    {
        var patch = new Patch(graph);
        foreach (var node in graph.Nodes)
        {
            if (node.Operator is not ElementwiseOperator || ExpressionBuilder.Of(node) is not var (body, operands)) continue;
            patch.Replace(node.Output, patch.Add(node.Output.Name, new Elementwise(body), operands, node));
        }
        return patch;
    }
}
