using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;
using CompileModel.Passes.Layouts;

namespace CompileModel.Passes.Fusion;

/// <summary>
/// Matches: MatMul of floats with matrices on both sides; IntegerMatMul; MatMul(a, Transpose(b)) that swaps the last two axes. Becomes: <see cref="MatMulFused"/> with an
/// empty epilogue. Why: bias, scales and activations are then fused by the same passes as for convolutions. Where: after transpositions have settled.
/// </summary>
public sealed class FuseMatMul : IPass
{
    /// <inheritdoc/>
    public Patch? Run(Graph graph)
    {
        var patch = new Patch(graph);
        foreach (var node in graph.Nodes)
        {
            if (node.Operator is IntegerMatMul integer)
            {
                var product = new MatMulFused(false, Expression.Identity, integer.InputZero);
                patch.Replace(node.Output, patch.Add(node.Output.Name, product, [node.Input(0), node.Input(1), node.OptionalInput(2)], node));
                continue;
            }
            if (node.Operator is not MatMul || node.Input(0).Element != ElementType.Float32) continue;
            var (a, b) = (node.Input(0), node.Input(1));
            if (a.Shape.Rank < 2 || b.Shape.Rank < 2) continue;
            bool swapped = Permutation.Of(graph, b) is { } t && t.Perm.SequenceEqual([.. Enumerable.Range(0, t.Perm.Count - 2), t.Perm.Count - 1, t.Perm.Count - 2]);
            if (swapped) b = graph.Producer(b)!.Input(0);
            patch.Replace(node.Output, patch.Add(node.Output.Name, new MatMulFused(swapped, Expression.Identity), [a, b], node));
        }
        return patch;
    }
}
