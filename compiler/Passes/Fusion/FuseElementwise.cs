using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;

namespace CompileModel.Passes.Fusion;

/// <summary>
/// Matches: an elementwise node of floats and bytes, or of sums and products of int32, whose result only one other elementwise node reads (at any of its operands), both of one shape. Becomes: one
/// <see cref="Elementwise"/> node that computes both in one loop. A producer that the reader broadcasts stays apart: it would be computed again and again.
/// Where: alternates with <see cref="FuseEpilogues"/>, which goes first, so that what can be part of a kernel is.
/// </summary>
public sealed class FuseElementwise : IPass
{
    /// <summary>More operands than this would be more pointers than a loop has registers for.</summary>
    private const int MaxOperands = 8;

    /// <inheritdoc/>
    public Patch? Run(Graph graph)
    {
        var patch = new Patch(graph);
        var touched = new HashSet<Node>();
        foreach (var node in graph.Nodes)
        {
            if (touched.Contains(node) || ExpressionBuilder.Of(node) is not var (body, operands)) continue;
            var producer = operands.Select(graph.Producer).OfType<Node>().FirstOrDefault(p => !touched.Contains(p) && IsMergeable(graph, p, node));
            if (producer is null || ExpressionBuilder.Of(producer) is not var (inner, innerOperands)) continue;

            var builder = new ExpressionBuilder();
            int result = builder.Inline(inner, [.. innerOperands.Select(builder.Operand)]);
            builder.Inline(body, [.. operands.Select(v => v == producer.Output ? result : builder.Operand(v))]);
            if (builder.Operands.Count > MaxOperands) continue;
            touched.UnionWith([producer, node]);
            patch.Replace(node.Output, patch.Add(node.Output.Name, new Elementwise(builder.Result), builder.Operands, producer, node));
        }
        return patch;
    }

    private static bool IsMergeable(Graph graph, Node producer, Node reader) =>
        ExpressionBuilder.Of(producer) is var (inner, operands) && ExpressionBuilder.Of(reader) is var (outer, _)
        && graph.Users(producer.Output).Count == 1 && !graph.IsOutput(producer.Output)
        && producer.Output.Shape.Equals(reader.Output.Shape)
        && operands.Concat(reader.PresentInputs).Append(reader.Output).All(v => v.Element is ElementType.Float32 or ElementType.Int8 or ElementType.UInt8
            || (v.Element == ElementType.Int32 && inner.Steps.Concat(outer.Steps).All(s => s.Operator is Add or Sub or Mul or Cast)));
}
