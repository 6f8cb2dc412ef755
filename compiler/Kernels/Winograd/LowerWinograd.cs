using CompileModel.IR;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;

namespace CompileModel.Kernels.Winograd;

/// <summary>Convolutions for which <see cref="ConvolutionForms"/> chose a tile, by <see cref="WinogradTemplate"/>.</summary>
public sealed class LowerWinograd : ILowering
{
    /// <inheritdoc/>
    public KernelPlan? TryLower(Node node, LoweringContext c)
    {
        if (c.Forms?.GetValueOrDefault(node) is not { } form || node.Operator is not ConvNhwc conv || FusedOperands.Of(node, c, conv) is not { } operands || c.Constant(1) is not { } weights)
            return null;
        var (input, output) = (c.InputType(0).Shape, c.OutputType().Shape);
        var geometry = WinogradGeometry.Choose(form, c.Target, output, input[3]);

        // The last tiles may reach beyond the border.
        int Beyond(int tiles, int lines) => Math.Max(0, (tiles - 1) * form.Outputs * form.Stride + form.Reach - lines);
        var bottom = Beyond(geometry.TileRows, input[1] + conv.Pads[0]);
        var right = Beyond(geometry.TileColumns, input[2] + conv.Pads[1]);
        var plan = c.Plan();
        List<PlanValue> inputs = [PaddedInput.Of(plan, c, [conv.Pads[0], conv.Pads[1], bottom, right], zero: conv.InputZero), plan.Constant(c.Hint("weights"), Pack(geometry, Isa.ForProfile(c.Target.Isas), weights))];
        if (operands.Bias is not null)
            inputs.Add(operands.Arithmetic.IsFloat ? plan.Input(FusedOperator.Bias) : plan.Constant(c.Hint("bias"), form.IsInteger ? Multiplied(operands.Bias, form.Multiple * form.Multiple) : Floats(operands.Bias)));
        inputs.AddRange(operands.Extras.Select(plan.Input));
        return plan.Call(new WinogradTemplate(geometry, operands.Bias is not null, conv.Epilogue, conv.InputZero, SumFacts.OfReals(c, conv.Epilogue, operands.Extras).HasPlainDivisor), inputs, plan.Output());
    }

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Candidates(Node node, LoweringContext c) => [.. ConvolutionForms.Candidates(c).Where(f => f.Form is not null).Select(f => f.Candidate)];

    private static Tensor Floats(Tensor t) => Tensor.From<float>(ElementType.Float32, t.Shape, [.. Enumerable.Range(0, (int)t.Shape.Count).Select(i => (float)t.AsDouble(i))]);

    private static Tensor Multiplied(Tensor t, int factor) => Tensor.From<int>(ElementType.Int32, t.Shape, [.. t.Span<int>().ToArray().Select(v => unchecked(v * factor))]);

    /// <summary>Transformed weights: for each group of output channels, for each product, for each place, panels. <paramref name="weights"/> is [k,k,C,M].</summary>
    internal static Tensor Pack(WinogradGeometry g, Isa isa, Tensor weights)
    {
        var (form, pairs) = (g.Form, g.Depth * g.Columns);
        var w = weights.Element == ElementType.Float32 ? weights.Span<float>() : Floats(weights).Span<float>();
        var transformed = new float[form.Phases.Count * form.Places][];
        for (var p = 0; p < transformed.Length; p++)
            transformed[p] = new float[pairs];
        var integers = InputTransform.Widens(isa, form, weights.Element) ? new IntegerTransform(form) : null;
        double[] scales = [.. Enumerable.Range(0, form.Places).Select(p => integers is null ? 1 : 1 / (integers.Scale(p / form.Tile) * integers.Scale(p % form.Tile)))];
        Span<double> taps = stackalloc double[form.Kernel * form.Kernel];
        for (var i = 0; i < pairs; i++)
        {
            for (var t = 0; t < taps.Length; t++)
                taps[t] = w[t * pairs + i];
            var values = form.TransformWeights(taps);
            for (var p = 0; p < transformed.Length; p++)
                transformed[p][i] = (float)(values[p] * scales[p % form.Places]);
        }
        return form.IsInteger
            ? Pack<short>(g, isa, ElementType.Int16, (packing, places, depth, at) => packing.PackWords(g.Arithmetic(isa), places, depth, (place, k, n) => (short)at(place, k, n)), transformed)
            : Pack<float>(g, isa, ElementType.Float32, (packing, places, depth, at) => packing.Pack(places, depth, at), transformed);
    }

    private static Tensor Pack<T>(WinogradGeometry g, Isa isa, ElementType type, Func<PanelPacking, int, int, Func<int, int, int, float>, Tensor> pack, float[][] transformed) where T : unmanaged
    {
        var (form, unit) = (g.Form, g.Arithmetic(isa).Unit);
        var packed = Tensor.Zeros(type, Shape.Of((int)g.WeightFloats(isa) * unit));
        var data = packed.Fill<T>();
        for (var group = 0; group < g.Groups(isa); group++)
        {
            var first = group * g.GroupColumns(isa);
            var packing = g.Packing(isa, Math.Min(g.GroupColumns(isa), g.Columns - first));
            var to = data[(group * g.GroupFloats(isa) * unit)..];
            foreach (var product in form.Products)
            {
                int[] places = [.. product.Places];
                float At(int place, int k, int n) => transformed[(product.FirstPhase + k / g.Depth) * form.Places + places[place]][k % g.Depth * g.Columns + first + n];
                var panels = pack(packing, places.Length, product.Phases * g.Depth, At).Span<T>();
                panels.CopyTo(to);
                to = to[panels.Length..];
            }
        }
        return packed;
    }
}
