using CompileModel.IR;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Tiling;

namespace CompileModel.Kernels.Conv;

/// <summary>Convolutions of float32 and int8 with constant weights, any kernel, stride, dilation and groups, by <see cref="ConvTemplate"/>.</summary>
public sealed class LowerConv : ILowering
{
    /// <inheritdoc/>
    public KernelPlan? TryLower(Node node, LoweringContext c)
    {
        if (node.Operator is not ConvNhwc conv || c.Constant(1) is not { } weights || Operands(node, c, conv, weights) is not { } operands)
            return null;
        var product = Product(conv, c, operands.Arithmetic);
        var (columns, vectors) = (product.Columns, product.Vectors(c.Target));
        var packing = PanelPacking.Of(Isa.ForProfile(c.Target.Isas), columns, vectors);
        var plan = c.Plan();
        var runs = ConvRuns.Of(conv, c, operands.Arithmetic);
        var packed = Weights(conv, weights, operands.Arithmetic, packing, runs);
        List<PlanValue> inputs =
        [
            runs.AreCopied ? WindowsTemplate.Of(plan, c, conv, operands.Arithmetic) : PaddedInput.Of(plan, c, conv.Pads, operands.Arithmetic, conv.InputZero, runs.ReadsBeyond),
            plan.Constant(c.Hint("weights"), packed),
        ];
        var (bias, facts) = Bias(conv, weights, operands, packing, c);
        if (bias is not null)
            inputs.Add(plan.Constant(c.Hint("bias"), bias));
        inputs.AddRange(operands.Extras.Select(plan.Input));
        var hasBias = operands.Bias is not null || !operands.Arithmetic.IsFloat;
        var template = new ConvTemplate(conv.Kernel, conv.Strides, conv.Dilations, conv.Groups, hasBias, vectors, conv.Epilogue, runs.FixedTaps, operands.Arithmetic, Sums: facts);
        if (runs.AreCopied)
            template = template with { Kernel = [1, 1], Strides = [1, 1], Dilations = [1, 1], Factors = runs.Length };
        if (operands.Arithmetic.Form == TileForm.Widening)
        {
            var column = Columns(weights, columns * conv.Groups);
            template = template with { PanelSums = ShortSums.OfPanels(packing, conv.Groups, runs.Length, operands.Arithmetic.Summed, (g, n) => column(g * columns + n)) };
        }
        return plan.Call(template, inputs, plan.Output());
    }

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Candidates(Node node, LoweringContext c) =>
        node.Operator is ConvNhwc conv && c.Constant(1) is { } weights && Operands(node, c, conv, weights) is { } operands ? Direct(conv, c, operands.Arithmetic) : [];

    private static IReadOnlyList<Candidate> Direct(ConvNhwc conv, LoweringContext c, ProductArithmetic arithmetic)
    {
        var candidates = Product(conv, c, arithmetic).Candidates(c.Target, "direct");
        var runs = ConvRuns.Of(conv, c, arithmetic);
        if (!runs.AreCopied)
            return candidates;
        var output = c.OutputType().Shape;
        var copy = runs.CopyCycles * output[0] * output[1] * output[2];
        return [.. candidates.Select(k => k with { Name = "copied windows, " + k.Name, Cycles = k.Cycles + copy })];
    }

    private static FusedOperands? Operands(Node node, LoweringContext c, ConvNhwc conv, Tensor weights)
    {
        var operands = FusedOperands.Of(node, c, conv);
        if (operands is null or { Arithmetic.IsFloat: true })
            return operands;
        var columns = weights.Shape[^1];
        return operands.ForWeights(c, columns, ConvRuns.Of(conv, c, operands.Arithmetic).Length, Columns(weights, columns));
    }

    private static Func<int, sbyte[]> Columns(Tensor weights, int columns)
    {
        var w = weights.Span<sbyte>().ToArray();
        return n => [.. Enumerable.Range(0, w.Length / columns).Select(k => w[k * columns + n])];
    }

    // w[KH,KW,C/g,M] is k-major already: k counts kernel rows, kernel columns, channels.
    private static Tensor Weights(ConvNhwc conv, Tensor weights, ProductArithmetic arithmetic, PanelPacking packing, ConvRuns runs)
    {
        var (all, columns) = (packing.Columns * conv.Groups, packing.Columns);
        if (arithmetic.IsFloat)
        {
            var w = weights.Span<float>().ToArray();
            return packing.Pack(conv.Groups, runs.Count * runs.Length, (g, k, n) => w[k * all + g * columns + n]);
        }
        var bytes = weights.Span<sbyte>().ToArray();
        return packing.PackBytes(conv.Groups, runs.Count, runs.Length, arithmetic.Unit, (g, k, n) => bytes[k * all + g * columns + n]);
    }

    private static (Tensor? Bias, SumFacts Facts) Bias(ConvNhwc conv, Tensor weights, FusedOperands operands, PanelPacking packing, LoweringContext c)
    {
        if (operands.Arithmetic.IsFloat)
            return (operands.Bias is { } floats ? packing.PackBias(conv.Groups, floats.Span<float>()) : null, SumFacts.OfReals(c, conv.Epilogue, operands.Extras));
        var columns = packing.Columns * conv.Groups;
        var column = Columns(weights, columns);
        var (bias, facts) = operands.IntegerBias(c, conv, conv.InputZero, columns, n => column(n).Select(w => (int)w));
        return (packing.PackBias<int>(conv.Groups, bias), facts);
    }

    // Positions of a row of the image, or of the whole image where nothing is between its rows.
    private static ProductShape Product(ConvNhwc conv, LoweringContext c, ProductArithmetic arithmetic)
    {
        var output = c.OutputType().Shape;
        var channels = c.InputType(0).Shape[3];
        var taps = conv.Kernel[0] * conv.Kernel[1];
        var runs = ConvRuns.Of(conv, c, arithmetic);
        var flat = runs.AreCopied || taps == 1 && conv.Strides.All(s => s == 1) && conv.Pads.All(p => p == 0);
        return new ProductShape((flat ? 1 : output[0] * output[1]) * conv.Groups, flat ? output[0] * output[1] * output[2] : output[2], output[3] / conv.Groups,
            runs.Count * arithmetic.Units(runs.Length), conv.Groups, runs.AreCopied ? null : conv.Strides[1] * channels / arithmetic.Unit, arithmetic);
    }
}
