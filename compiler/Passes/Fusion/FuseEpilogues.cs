using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;

namespace CompileModel.Passes.Fusion;

/// <summary>
/// Matches: an elementwise node of floats, which may end in bytes (behind integer products: of integers too), whose result has the shape of the result of a convolution or matrix product that it alone reads; other operands
/// (a residual, a scale) are anything that broadcasts. Becomes: the same producer with a longer epilogue, which runs on the accumulators. When two
/// operands come from such producers, the later one takes it, so that the other result exists already. Where: after weights were folded; alternates
/// with <see cref="FuseElementwise"/>, which closes diamonds like x * sigmoid(x) so that they read x once.
/// </summary>
public sealed class FuseEpilogues : IPass
{
    /// <summary>The most operands of an epilogue behind a product: more would not fit the registers that are left beside the accumulators.</summary>
    internal static int MostExtras(Node product) => product.Input(0).Element == ElementType.Int8 ? 5 : 4;

    /// <inheritdoc/>
    public Patch? Run(Graph graph)
    {
        var patch = new Patch(graph);
        var touched = new HashSet<Node>();
        var position = graph.Nodes.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i);
        foreach (var node in graph.Nodes)
        {
            if (ExpressionBuilder.Of(node) is not var (body, operands) || !operands.Append(node.Output).All(IsNumber)) continue;
            var producer = operands.Where(v => v.Shape.Equals(node.Output.Shape) && graph.Users(v).Count == 1 && !graph.IsOutput(v))
                .Select(graph.Producer).OfType<Node>().Where(p => p.Operator is FusedOperator && !touched.Contains(p))
                .Where(p => p.Input(0).Element == ElementType.Int8 || (operands.All(v => v.Element == ElementType.Float32) && (node.Output.Element == ElementType.Float32 ? !IsHalfOfQuantization(graph, node) : EndsInBytes(p, body))))
                .MaxBy(p => position[p]);
            if (producer is null) continue;

            var builder = new ExpressionBuilder();
            var fused = (FusedOperator)producer.Operator;
            int[] args = [builder.Operand(null), .. producer.Inputs.Skip(FusedOperator.FirstExtra).Select(builder.Operand)];
            int result = builder.Inline(fused.Epilogue, args);
            builder.Inline(body, [.. operands.Select(v => v == producer.Output ? result : builder.Operand(v))]);
            if (builder.Operands.Count - 1 > MostExtras(producer)) continue;

            touched.UnionWith([producer, node]);
            patch.Replace(node.Output, patch.Add(node.Output.Name, fused with { Epilogue = builder.Result }, builder.InputsOf(producer), producer, node));
        }
        return patch;
    }

    /// <summary>Whether a product of floats has vector code for bytes of its sums.</summary>
    private static bool EndsInBytes(Node product, Expression body) => product.Operator is MatMulFused or ConvNhwc { Groups: 1 } && QuantizeToGrid.Ends(body);

    /// <summary>Whether bytes are made of the result at once: both steps have vector code together only, and are one node before a product of floats takes them.</summary>
    private static bool IsHalfOfQuantization(Graph graph, Node node) => node.Operator is QuantizeToGrid && graph.Users(node.Output) is [{ Operator: Cast { To: ElementType.Int8 or ElementType.UInt8 } }];

    private static bool IsNumber(Value value) => value.Element is ElementType.Float32 or ElementType.Int32 or ElementType.Int8 or ElementType.UInt8;
}
