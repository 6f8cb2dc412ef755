using CompileModel.IR;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;
using CompileModel.Targets;

namespace CompileModel.Kernels.Conv;

/// <summary>
/// Convolution of an input that already has its border: a matrix product whose rows are output positions and whose factors are, for each kernel
/// row, one contiguous run of KW*C values of the input. Operands: x[N,H,W,C], packed weights, bias (padded) unless absent, epilogue operands; result [N,OH,OW,M].
/// </summary>
/// <param name="Kernel">KH, KW</param>
/// <param name="Strides">vertical, horizontal</param>
/// <param name="Dilations">vertical, horizontal</param>
/// <param name="Groups">groups of channels</param>
/// <param name="HasBias">whether there is a bias operand</param>
/// <param name="Vectors">vectors of a panel of packed weights</param>
/// <param name="Epilogue">applied to every sum</param>
/// <param name="RunTaps">taps of a run where that is no whole number of units of factors: the weights are packed for it; 0 where runs may be any</param>
/// <param name="Arithmetic">how factors are multiplied; of float32 when left out</param>
/// <param name="PanelSums">see <see cref="GemmNest.PanelSums"/></param>
/// <param name="Sums">what is known of sums of integers</param>
public sealed record ConvTemplate(Ints Kernel, Ints Strides, Ints Dilations, int Groups, bool HasBias, int Vectors, Expression Epilogue, int RunTaps = 0, ProductArithmetic? Arithmetic = null, Ints PanelSums = default,
    SumFacts Sums = default) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "conv";

    /// <summary>Factors of a sum, where the input holds others between them; else 0.</summary>
    public int Factors { get; init; }

    /// <inheritdoc/>
    public override long Macs(IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs) =>
        (long)outputs[0].Count * (Factors > 0 ? Factors : Kernel[0] * Kernel[1] * (inputs[0].Dims[3] / Groups));

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => operand == 0 && RunTaps == 0 || operand >= FirstExtra;

    // A residual is read at the very place where the result is written, by the same micro-kernel call and before it.
    /// <inheritdoc/>
    public override bool MayAlias(int input, int output) => input >= FirstExtra;

    private int FirstExtra => HasBias ? 3 : 2;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var (x, c) = (inputs[0], outputs[0]);
        var extras = inputs.Skip(FirstExtra).ToArray();
        var (columns, depth) = (c.Dims[3] / Groups, x.Dims[3] / Groups);
        var rows = GemmRows.Merge([c.Dims[0], c.Dims[1], c.Dims[2]],
        [
            [x.Strides[0], Strides[0] * x.Strides[1], Strides[1] * x.Strides[2]],
            [c.Strides[0], c.Strides[1], c.Strides[2]],
            [0, 0, 0],
            .. extras.Select(e => ExtraOperands.RowStrides(e, c)),
        ]);

        // The taps of a kernel row lie side by side when nothing (dilation, other groups, a wider buffer) is between them.
        var isRun = RunTaps > 0 ? RunTaps == Kernel[1] : Kernel[1] == 1 || (Dilations[1] == 1 && x.Strides[2] == depth);
        var run = isRun ? Kernel[1] * depth : depth;
        Ints counts = [Kernel[0], isRun ? 1 : Kernel[1]];
        Ints strides = [Dilations[0] * x.Strides[1], isRun ? 0 : Dilations[1] * x.Strides[2]];
        if (RunTaps == 0 && isRun && Kernel[0] > 1 && Kernel[1] * x.Strides[2] == Dilations[0] * x.Strides[1] && x.Strides[2] == depth)
            (run, counts) = (run * Kernel[0], [1, 1]);
        var packing = PanelPacking.Of(Isa.ForProfile(target.Isas), columns, Vectors);
        var types = GemmTypes.Of(Arithmetic ?? ProductArithmetic.Floats(Isa.ForProfile(target.Isas)), extras, c, Sums);
        var nest = GemmNest.Create(target, rows, columns, run, counts, strides, Groups, depth, HasBias, ExtraOperands.Kinds(extras, rows, 3), Epilogue, packing, types) with { PanelSums = PanelSums };
        var shape = $"Convolution {Kernel[0]}x{Kernel[1]} stride {Strides}{(Dilations.All(d => d == 1) ? "" : $" dilation {Dilations}")}{(Groups == 1 ? "" : $" groups {Groups}")}: {x.Dims} to {c.Dims}";
        return new GemmRoutine("conv", shape, Isa.ForProfile(target.Isas).Name, [new(nest, 0, 0, new Ints(new int[1 + extras.Length]))]);
    }
}
