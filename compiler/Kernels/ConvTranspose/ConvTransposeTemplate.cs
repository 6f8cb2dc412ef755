using CompileModel.IR;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;
using CompileModel.Targets;

namespace CompileModel.Kernels.ConvTranspose;

/// <summary>
/// Transposed convolution as one ordinary convolution for each output phase (position modulo stride): a phase reads neighboring inputs with the taps
/// that reach it, in falling order. The input has a border as wide as the taps of a phase may reach out. Operands: x[N,H,W,C] with border, packed
/// weights of all phases, bias (padded) unless absent, epilogue operands; result [N,OH,OW,M].
/// </summary>
/// <param name="Vertical">phases of rows, in order of the first output row</param>
/// <param name="Horizontal">phases of columns, in order of the first output column</param>
/// <param name="Strides">vertical, horizontal</param>
/// <param name="Groups">groups of channels</param>
/// <param name="HasBias">whether there is a bias operand</param>
/// <param name="Vectors">vectors of a panel of packed weights</param>
/// <param name="Epilogue">applied to every sum</param>
public sealed record ConvTransposeTemplate(Phases Vertical, Phases Horizontal, Ints Strides, int Groups, bool HasBias, int Vectors, Expression Epilogue) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "convtranspose";

    /// <inheritdoc/>
    public override long Macs(IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var c = outputs[0];
        long taps = 0;
        foreach (var v in Vertical.Items)
        {
            foreach (var h in Horizontal.Items)
                taps += (long)v.Taps * h.Taps * v.Count(c.Dims[1], Strides[0]) * h.Count(c.Dims[2], Strides[1]);
        }
        return taps * c.Dims[0] * c.Dims[3] * (inputs[0].Dims[3] / Groups);
    }

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => operand == 0 || operand >= (HasBias ? 3 : 2);

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var (x, c) = (inputs[0], outputs[0]);
        var extras = inputs.Skip(HasBias ? 3 : 2).ToArray();
        var (columns, depth) = (c.Dims[3] / Groups, x.Dims[3] / Groups);
        var isa = Isa.ForProfile(target.Isas);
        var packing = PanelPacking.Of(isa, columns, Vectors);
        List<GemmRoutine.Part> parts = [];
        var weights = 0;
        foreach (var v in Vertical.Items)
        {
            foreach (var h in Horizontal.Items)
            {
                var offset = weights;
                weights += Groups * packing.Floats(v.Taps * h.Taps * depth);
                var (height, width) = (v.Count(c.Dims[1], Strides[0]), h.Count(c.Dims[2], Strides[1]));
                if (height == 0 || width == 0)
                    continue;
                IReadOnlyList<int>[] places = [[.. c.Strides.Take(3)], .. extras.Select(e => ExtraOperands.RowStrides(e, c))];
                var rows = GemmRows.Merge([c.Dims[0], height, width],
                [
                    [x.Strides[0], x.Strides[1], x.Strides[2]],
                    [places[0][0], Strides[0] * places[0][1], Strides[1] * places[0][2]],
                    [0, 0, 0],
                    .. places.Skip(1).Select(p => (int[])[p[0], Strides[0] * p[1], Strides[1] * p[2]]),
                ]);
                var isRun = h.Taps == 1 || (h.InputStep == 1 && x.Strides[2] == depth);
                Ints counts = [v.Taps, isRun ? 1 : h.Taps];
                Ints strides = [v.InputStep * x.Strides[1], isRun ? 0 : h.InputStep * x.Strides[2]];
                var nest = GemmNest.Create(target, rows, columns, isRun ? h.Taps * depth : depth, counts, strides, Groups, depth, HasBias,
                    ExtraOperands.Kinds(extras, rows, 3), Epilogue, packing, GemmTypes.Floats(isa, extras.Length));
                parts.Add(new(nest, v.FirstInput * x.Strides[1] + h.FirstInput * x.Strides[2], offset, [.. places.Select(p => v.FirstOutput * p[1] + h.FirstOutput * p[2])]));
            }
        }
        return new GemmRoutine("convtranspose", $"Transposed convolution stride {Strides}{(Groups == 1 ? "" : $" groups {Groups}")}: {x.Dims} to {c.Dims}", isa.Name, parts);
    }
}
