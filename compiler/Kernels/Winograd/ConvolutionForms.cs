using System.Globalization;
using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Conv;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;
using CompileModel.Targets;

namespace CompileModel.Kernels.Winograd;

/// <summary>Which convolutions of a graph are computed by transformed tiles, and by which: the fewest modelled cycles, those for reading the weights included, whose weights fit a budget.</summary>
public static class ConvolutionForms
{
    /// <summary>What all weights together may take when nothing else is asked for: so many times those of the model, or that many bytes more, whichever is larger.</summary>
    private const double DefaultGrowth = 2.5, DefaultMoreBytes = 32 << 20, DefaultMoreBytesOnX64 = 48 << 20;

    // 25 to 30 GB a second (measured on Zen 4).
    private const double MostBytesPerCycle = 8;

    // Steps of the budget. Sizes are rounded up, so it is never passed.
    private const int Steps = 8192;

    /// <summary>All ways of computing a convolution of float32, or of int8 to other than its exact sums, with constant weights, the direct one first; empty for other nodes.</summary>
    public static IReadOnlyList<(WinogradForm? Form, Candidate Candidate)> Candidates(LoweringContext c)
    {
        if (c.Node.Operator is not ConvNhwc conv || FusedOperands.Of(c.Node, c, conv) is not { } operands || c.Constant(1) is null || (!operands.Arithmetic.IsFloat && !IsQuantized(c, conv)))
            return [];
        var isa = Isa.ForProfile(c.Target.Isas);
        var chosen = c.Forms?.GetValueOrDefault(c.Node);
        var forms = WinogradForm.All.Concat(TakesWords(operands.Arithmetic) ? WinogradForm.Integers : []).Where(f => conv.Kernel.All(k => k == f.Kernel) && conv.Strides.All(s => s == f.Stride)).ToArray();
        var obstacle = forms.Length == 0 ? $"kernel {conv.Kernel} of strides {conv.Strides}"
            : conv.Dilations.Any(d => d != 1) ? $"dilations {conv.Dilations}" : conv.Groups != 1 ? Invariant($"{conv.Groups} groups") : conv.Pads.Any(p => p < 0) ? $"pads {conv.Pads}"
            : conv.IsExact ? "sums of integers must be exact" : null;
        var bits = new Lazy<int>(() => IntegerRange.Bits(c.Constant(1)!.Span<sbyte>(), operands.Bias is { } bias ? bias.Span<int>() : [], c.OutputType().Shape[3], sbyte.MinValue - conv.InputZero, sbyte.MaxValue - conv.InputZero));
        return [(null, new LowerConv().Candidates(c.Node, c).First(d => d.IsPicked)), .. (forms.Length > 0 ? forms : WinogradForm.All.Where(f => f.Stride == 1)).Select(form =>
        {
            if (obstacle is not null)
                return (form, new Candidate(form.Name, double.NaN, 0, false, obstacle));
            if (form.IsInteger && ObstacleOfIntegers(form, c, bits, isa) is { } own)
                return (form, new Candidate(form.Name, double.NaN, 0, false, own));
            var geometry = WinogradGeometry.Choose(form, c.Target, c.OutputType().Shape, c.InputType(0).Shape[3]);
            return ((WinogradForm?)form, new Candidate(form.Name, WinogradCost.Cycles(c.Target, geometry, !operands.Arithmetic.IsFloat), geometry.WeightFloats(isa) * sizeof(float), form.Equals(chosen),
                form.Error > WinogradForm.DefaultErrorBound ? Invariant($"error {form.Error:E1} above {WinogradForm.DefaultErrorBound:E1}") : null));
        })];
    }

    /// <summary>The choice for every convolution that is not computed directly; deterministic.</summary>
    /// <param name="graph">the fused graph</param>
    /// <param name="target">the processor</param>
    /// <param name="weightBytes">what all weights may take together; by default <see cref="DefaultBytes"/></param>
    public static IReadOnlyDictionary<Node, WinogradForm> Choose(Graph graph, TargetProfile target, long? weightBytes = null)
    {
        var nodes = graph.Nodes.Select(node => (Node: node, Candidates: Candidates(new LoweringContext(graph, node, target)).Where(c => c.Candidate.Obstacle is null).ToArray()))
            .Where(n => n.Candidates.Length > 1)
            // Layers with the same weights share them when packed, so they are decided together.
            .GroupBy(n => (n.Node.Input(1), string.Join(' ', n.Candidates.Select(c => $"{c.Candidate.Name} {c.Candidate.WeightBytes}"))))
            .Select(g => (g.First().Candidates, Layers: g.ToArray())).ToArray();

        var room = Math.Max(0, (weightBytes ?? DefaultBytes(graph, target)) - graph.Nodes.SelectMany(n => n.PresentInputs).Distinct().Sum(v => (long)(graph.Constant(v)?.Bytes.Length ?? 0)));
        var unit = Math.Max(1, room / Steps);
        var capacity = (int)(room / unit);

        // best[r]: fewest cycles of the nodes so far with r steps of room; taken[n][r]: what node n takes then.
        var best = new double[capacity + 1];
        var taken = new (WinogradForm? Form, int Steps)[nodes.Length][];
        for (var n = 0; n < nodes.Length; n++)
        {
            var next = new double[capacity + 1];
            taken[n] = new (WinogradForm?, int)[capacity + 1];
            var direct = nodes[n].Candidates[0].Candidate.WeightBytes;
            double Cycles(WinogradForm? form) => nodes[n].Layers.Select(l => l.Candidates.First(o => Equals(o.Form, form)).Candidate).Sum(c => WithReading(target, c.Cycles, c.WeightBytes));
            var options = nodes[n].Candidates.OrderBy(c => c.Candidate.WeightBytes).Select(c => (c.Form, Cycles: Cycles(c.Form), Steps: Step(c.Candidate.WeightBytes - direct, unit))).ToArray();
            for (var r = 0; r <= capacity; r++)
            {
                next[r] = double.PositiveInfinity;
                foreach (var (form, cycles, steps) in options)
                {
                    if (steps <= r && best[r - steps] + cycles < next[r])
                        (next[r], taken[n][r]) = (best[r - steps] + cycles, (form, steps));
                }
            }
            best = next;
        }
        var forms = new Dictionary<Node, WinogradForm>();
        var rest = capacity;
        for (var n = nodes.Length - 1; n >= 0; n--)
        {
            var (form, steps) = taken[n][rest];
            rest -= steps;
            if (form is null)
                continue;
            foreach (var layer in nodes[n].Layers)
                forms.Add(layer.Node, form);
        }
        return forms;
    }

    /// <summary>
    /// Cycles with those for reading the weights: each layer reads its own from memory again, about a byte a multiply-add of the core beside its products, and where there are few products no faster than
    /// memory answers one core.
    /// </summary>
    public static double WithReading(TargetProfile target, double cycles, long weightBytes)
        => Math.Max(cycles + weightBytes / (target.Issue.FmaPerCycle * Math.Max(1, Isa.ForProfile(target.Isas).Lanes(ElementType.Float32))), weightBytes / MostBytesPerCycle);

    /// <summary>What all weights of a graph may take when nothing else is asked for; boards have less memory than others.</summary>
    public static long DefaultBytes(Graph graph, TargetProfile target)
    {
        var total = WeightBytes(graph);
        return (long)Math.Max(DefaultGrowth * total, total + (target.Architecture == TargetArchitecture.X64 ? DefaultMoreBytesOnX64 : DefaultMoreBytes));
    }

    // Sums of integers that only serve as real numbers may be off by an ulp of them.
    private static bool IsQuantized(LoweringContext c, ConvNhwc conv) => c.InputType(0).Element == ElementType.Int8 && c.OutputType().Element != ElementType.Int32
        && conv.Epilogue.Steps.All(s => !s.Args.Contains(0) || s.Operator is Cast { To: ElementType.Float32 });

    // Not where four bytes are multiplied at once.
    private static bool TakesWords(ProductArithmetic bytes) => bytes == ProductArithmetic.WordPairs || bytes.Form == TileForm.Widening;

    // Values of a tile come by whole vectors; what the weights cannot prove to be exact is not tried.
    private static string? ObstacleOfIntegers(WinogradForm form, LoweringContext c, Lazy<int> bits, Isa isa)
    {
        var channels = c.InputType(0).Shape[3];
        if (channels % isa.Lanes(ElementType.Int16) != 0)
            return Invariant($"{channels} channels are not whole vectors");
        return IntegerRange.Fits(form, bits.Value) ? null : Invariant($"results may not fit {32 - IntegerRange.Shift(form)} bits");
    }

    // As in the file: layers with equal weights count them each.
    private static long WeightBytes(Graph graph) => graph.Nodes.Sum(n => n.PresentInputs.Distinct().Sum(v => (long)(graph.Constant(v)?.Bytes.Length ?? 0)));

    private static int Step(long bytes, long unit) => bytes <= 0 ? 0 : (int)Math.Min(int.MaxValue, (bytes + unit - 1) / unit);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
