using System.Globalization;
using CompileModel.IR;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Tiling;
using CompileModel.Targets;

namespace CompileModel.Kernels.Winograd;

/// <summary>Which convolutions of a graph are computed by transformed tiles, and by which: the fewest modelled cycles whose weights fit a budget.</summary>
public static class ConvolutionForms
{
    /// <summary>What all weights together may take when nothing else is asked for, relative to those of the model.</summary>
    public const double DefaultBudget = 2.5;

    // Steps of the budget. Sizes are rounded up, so it is never passed.
    private const int Steps = 8192;

    /// <summary>All ways of computing a convolution of float32 with constant weights, the direct one first; empty for other nodes.</summary>
    public static IReadOnlyList<ConvolutionCandidate> Candidates(LoweringContext c)
    {
        if (c.Node.Operator is not ConvNhwc conv || FusedOperands.Of(c.Node, c, conv) is null || c.Constant(1) is null)
            return [];
        var isa = Isa.ForProfile(c.Target.Isas);
        var output = c.OutputType().Shape;
        var (columns, depth) = (output[3] / conv.Groups, c.InputType(0).Shape[3] / conv.Groups);
        var factors = conv.Kernel[0] * conv.Kernel[1] * depth;
        var repeats = output[0] * output[1] * conv.Groups;
        var tile = TileModel.Choose(c.Target, repeats, output[2], columns, factors);
        var direct = TileModel.Cycles(c.Target, repeats, tile, columns, factors);
        var bytes = (long)conv.Groups * PanelPacking.Of(isa, columns, tile.Vectors).Floats(factors) * sizeof(float);
        var unfit = conv.Kernel != new Ints(3, 3) ? $"kernel {conv.Kernel}, not 3x3" : conv.Strides.Any(s => s != 1) ? $"strides {conv.Strides}"
            : conv.Dilations.Any(d => d != 1) ? $"dilations {conv.Dilations}" : conv.Groups != 1 ? Invariant($"{conv.Groups} groups") : conv.Pads.Any(p => p < 0) ? $"pads {conv.Pads}" : null;
        return [new("direct", null, direct, bytes, null), .. WinogradForm.All.Select(form =>
        {
            if (unfit is not null)
                return new ConvolutionCandidate(form.Name, form, double.PositiveInfinity, 0, unfit);
            var geometry = WinogradGeometry.Choose(form, c.Target, output, depth);
            return new ConvolutionCandidate(form.Name, form, WinogradCost.Cycles(c.Target, geometry), geometry.WeightFloats(isa) * sizeof(float),
                form.Error > WinogradForm.DefaultErrorBound ? Invariant($"error {form.Error:E1} above {WinogradForm.DefaultErrorBound:E1}") : null);
        })];
    }

    /// <summary>The choice for every convolution that is not computed directly; deterministic.</summary>
    /// <param name="graph">the fused graph</param>
    /// <param name="target">the processor</param>
    /// <param name="weightBytes">what all weights may take together; by default <see cref="DefaultBudget"/> times those of the graph</param>
    public static IReadOnlyDictionary<Node, WinogradForm> Choose(Graph graph, TargetProfile target, long? weightBytes = null)
    {
        var nodes = graph.Nodes.Select(node => (Node: node, Candidates: Candidates(new LoweringContext(graph, node, target)))).Where(n => n.Candidates.Count(c => c.Reason is null) > 1).ToArray();

        // Layers that share a constant count it each: how its copies are packed may differ.
        var total = graph.Nodes.Sum(n => n.PresentInputs.Distinct().Sum(v => (long)(graph.Constant(v)?.Bytes.Length ?? 0)));
        var others = total - nodes.Sum(n => n.Candidates[0].Bytes);
        var room = (weightBytes ?? (long)(DefaultBudget * total)) - others - nodes.Sum(n => n.Candidates[0].Bytes);
        var unit = Math.Max(1, room / Steps);
        var capacity = (int)Math.Max(0, room / unit);

        // best[r]: fewest cycles of the nodes so far with r steps of room; taken[n][r]: what node n takes then.
        var best = new double[capacity + 1];
        var taken = new ConvolutionCandidate[nodes.Length][];
        for (var n = 0; n < nodes.Length; n++)
        {
            var next = new double[capacity + 1];
            taken[n] = new ConvolutionCandidate[capacity + 1];
            var options = nodes[n].Candidates.Where(c => c.Reason is null).OrderBy(c => c.Bytes).ToArray();
            for (var r = 0; r <= capacity; r++)
            {
                next[r] = double.PositiveInfinity;
                foreach (var option in options)
                {
                    var left = r - Step(option.Bytes - nodes[n].Candidates[0].Bytes, unit);
                    if (left >= 0 && best[left] + option.Cycles < next[r])
                        (next[r], taken[n][r]) = (best[left] + option.Cycles, option);
                }
            }
            best = next;
        }
        var forms = new Dictionary<Node, WinogradForm>();
        var rest = capacity;
        for (var n = nodes.Length - 1; n >= 0; n--)
        {
            var option = taken[n][rest];
            rest -= Step(option.Bytes - nodes[n].Candidates[0].Bytes, unit);
            if (option.Form is { } form)
                forms.Add(nodes[n].Node, form);
        }
        return forms;
    }

    private static int Step(long bytes, long unit) => bytes <= 0 ? 0 : (int)Math.Min(int.MaxValue, (bytes + unit - 1) / unit);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
