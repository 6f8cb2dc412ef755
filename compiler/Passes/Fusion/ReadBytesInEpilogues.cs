using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Fusion;

/// <summary>
/// <para>Matches: an integer product whose epilogue reads a tensor of its result's shape that is <c>Dequantize</c> of int8 with one scale, or one for each column; or the result of another integer product whose epilogue
/// ends so, right behind a quantisation to int8, and that nothing else reads.</para>
/// <para>Becomes: the epilogue reads the bytes and dequantises them itself; the other product gives bytes.</para>
/// <para>Why: a residual in memory is a quarter as large, and no loop of its own makes floats of it.</para>
/// <para>Where: after fusion has settled, which decides what goes through memory.</para>
/// </summary>
public sealed class ReadBytesInEpilogues : IPass
{
    /// <inheritdoc/>
    public Patch? Run(Graph graph)
    {
        var patch = new Patch(graph);
        var touched = new HashSet<Node>();
        foreach (var node in graph.Nodes)
        {
            if (node.Operator is not FusedOperator fused || node.Input(0).Element != ElementType.Int8 || touched.Contains(node)) continue;
            Value?[] extras = [.. node.Inputs.Skip(FusedOperator.FirstExtra)];
            int at = Array.FindIndex(extras, v => v is not null && v.Shape.Equals(node.Output.Shape) && graph.Producer(v) is { } p && !touched.Contains(p) && (IsDequantized(p) || (graph.Users(v).Count == 1 && !graph.IsOutput(v) && EndsInBytes(p))));
            if (at < 0 || extras[at] is not { } read || graph.Producer(read) is not { } producer) continue;

            var (bytes, scale, dequantize) = IsDequantized(producer) ? (producer.Input(0), producer.Input(1), (Dequantize)producer.Operator) : Split(patch, producer);
            var builder = new ExpressionBuilder();
            int accumulator = builder.Operand(null);
            int[] others = [.. extras.Select((v, i) => i == at ? accumulator : builder.Operand(v))];
            others[at] = builder.Inline(new(2, [new Step(dequantize, [0, 1])]), [builder.Operand(bytes), builder.Operand(scale)]);
            builder.Inline(fused.Epilogue, [accumulator, .. others]);
            if (builder.Operands.Count - 1 > FuseEpilogues.MostExtras(node)) continue;
            touched.UnionWith([node, producer]);
            patch.Replace(node.Output, patch.Add(node.Output.Name, fused with { Epilogue = builder.Result }, builder.InputsOf(node), producer, node));
        }
        return patch;
    }

    private static bool IsDequantized(Node node) => node.Operator is Dequantize && node.Input(0).Element == ElementType.Int8 && IsOfColumns(node.Input(1), node.Output);

    /// <summary>Whether there is one scale, or one for each column of a product.</summary>
    private static bool IsOfColumns(Value scale, Value result) => scale.Shape.Count == 1 || (scale.Shape[^1] == scale.Shape.Count && scale.Shape[^1] == result.Shape[^1]);

    /// <summary>Whether an integer product's last two steps quantise to int8 and dequantise with one scale.</summary>
    private static bool EndsInBytes(Node node)
    {
        if (node.Operator is not FusedOperator { Epilogue: var e } || node.Input(0).Element != ElementType.Int8 || e.Steps is not [.., { Operator: QuantizeToGrid grid }, { Operator: Dequantize } last]) return false;
        return grid is { Min: >= sbyte.MinValue, Max: <= sbyte.MaxValue } && last.Args[0] == e.Operands + e.Steps.Count - 2 && last.Args[1] is > 0 and var scale && scale < e.Operands && IsOfColumns(node.Input(FusedOperator.FirstExtra + scale - 1), node.Output);
    }

    /// <summary>The product without its last step, and what that step was.</summary>
    private static (Value Bytes, Value Scale, Dequantize Step) Split(Patch patch, Node node)
    {
        var fused = (FusedOperator)node.Operator;
        var epilogue = fused.Epilogue;
        var last = epilogue.Steps[^1];
        Step[] steps = [.. epilogue.Steps.SkipLast(1), new Step(new Cast(ElementType.Int8), [last.Args[0]])];
        var used = steps.SelectMany(s => s.Args).ToHashSet();
        var builder = new ExpressionBuilder();
        int accumulator = builder.Operand(null);
        builder.Inline(new(epilogue.Operands, [.. steps]), [accumulator, .. node.Inputs.Skip(FusedOperator.FirstExtra).Select((v, i) => used.Contains(i + 1) ? builder.Operand(v) : accumulator)]);
        return (patch.Add(node.Output.Name, fused with { Epilogue = builder.Result }, builder.InputsOf(node), node), node.Input(FusedOperator.FirstExtra + last.Args[1] - 1), (Dequantize)last.Operator);
    }
}
