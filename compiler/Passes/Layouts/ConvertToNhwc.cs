using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Layouts;

/// <summary>
/// Matches: Conv, IntegerConv, ConvTranspose, MaxPool, AveragePool over two spatial axes. Becomes: the channels-last operator between two Transpose nodes, with weights
/// that are permuted here. Why: with channels innermost every kernel is vectorised over channels, and a kernel row is one contiguous run. Where: first of the
/// fusing passes; all that follow know only the channels-last operators.
/// </summary>
public sealed class ConvertToNhwc : IPass
{
    private static readonly IReadOnlyList<INhwcRule> Rules = [new ConvRule(), new IntegerConvRule(), new ConvTransposeRule(), new MaxPoolRule(), new AveragePoolRule()];

    /// <inheritdoc/>
    public Patch? Run(Graph graph)
    {
        var patch = new Patch(graph);
        foreach (var node in graph.Nodes)
        {
            if (node.OptionalInput(0) is not { Shape.Rank: 4, Element: ElementType.Float32 or ElementType.Int8 } x) continue;
            Value Nhwc() => patch.Add($"{x.Name}.nhwc", new Transpose(Permutation.ToChannelsLast), [x], node);
            if (Rules.Select(r => r.TryConvert(graph, patch, node, Nhwc)).FirstOrDefault(v => v is not null) is not { } result) continue;
            patch.Replace(node.Output, patch.Add(node.Output.Name, new Transpose(Permutation.ToChannelsFirst), [result], node));
        }
        return patch;
    }
}
