using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;

namespace CompileModel.Passes.Fusion;

/// <summary>
/// Matches: PadStatic of rows and columns in front of a channels-last convolution (zeros, or the zero point of its input), maximum pooling (minus infinity) or average pooling without pads of
/// its own (zeros, which then count). Becomes: the window with larger pads. Where: after layouts have settled.
/// </summary>
public sealed class FoldPadIntoWindow : IPass
{
    /// <inheritdoc/>
    public Patch? Run(Graph graph)
    {
        var patch = new Patch(graph);
        foreach (var node in graph.Nodes)
        {
            if (graph.Producer(node.OptionalInput(0)!) is not { Operator: PadStatic { Mode: PadMode.Constant } pad, Inputs.Length: 1 } producer) continue;
            if (pad.Begins.Count != 4 || pad.Begins[0] + pad.Ends[0] + pad.Begins[3] + pad.Ends[3] != 0) continue;
            Ints Grown(Ints pads) => [pads[0] + pad.Begins[1], pads[1] + pad.Begins[2], pads[2] + pad.Ends[1], pads[3] + pad.Ends[2]];
            Operator? op = node.Operator switch
            {
                ConvNhwc conv when pad.Value == conv.InputZero => conv with { Pads = Grown(conv.Pads) },
                MaxPoolNhwc pool when float.IsNegativeInfinity(pad.Value) => pool with { Pads = Grown(pool.Pads) },
                AveragePoolNhwc pool when pad.Value == 0 && (pool.CountIncludePad || pool.Pads.All(p => p == 0)) => pool with { Pads = Grown(pool.Pads), CountIncludePad = true },
                _ => null,
            };
            if (op is not null) patch.Replace(node.Output, patch.Add(node.Output.Name, op, [producer.Input(0), .. node.Inputs.Skip(1)], producer, node));
        }
        return patch;
    }
}
