using System.Globalization;
using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Gemm;

namespace CompileModel.Kernels.MatMul;

/// <summary>The method of <see cref="PackTemplate"/>; a unit is one panel of one matrix.</summary>
/// <param name="IsaName">the instruction set</param>
/// <param name="Packing">the panels</param>
/// <param name="Depth">K</param>
/// <param name="RowStride">distance of neighboring k</param>
/// <param name="ColumnStride">distance of neighboring columns</param>
/// <param name="BatchDims">matrices</param>
/// <param name="BatchStrides">their distances</param>
public sealed record PackRoutine(string IsaName, PanelPacking Packing, int Depth, int RowStride, int ColumnStride, Ints BatchDims, Ints BatchStrides) : Routine
{
    private int Batches => BatchDims.Aggregate(1, (a, b) => a * b);

    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture,
        $"pack_{Packing.Vectors}v_{Depth}x{Packing.Columns}_s{RowStride}_{ColumnStride}{(Batches == 1 ? "" : "_b" + string.Join('_', BatchDims.Concat(BatchStrides)))}");

    /// <inheritdoc/>
    public override string Family => "pack";

    /// <inheritdoc/>
    public override string Summary => $"Packs {Batches} matrices [{Depth},{Packing.Columns}] into panels of {Packing.Width} columns.";

    /// <inheritdoc/>
    public override int Units => Batches * Packing.Panels;

    /// <inheritdoc/>
    public override IReadOnlyList<RoutineParameter> Parameters => [RoutineParameter.Pointer("b"), RoutineParameter.Pointer("packed")];

    /// <inheritdoc/>
    public override void Emit(RoutineBuilder b) => b.ForUnits("unit", unit =>
    {
        var rows = GemmRows.Merge([.. BatchDims, 1], [[.. BatchStrides, 0]]);
        var panel = Packing.Panels == 1 ? 0 : b.Let("panel", unit % Packing.Panels);
        var batch = Batches == 1 ? 0 : b.Let("batch", unit / Packing.Panels);
        var offset = new GemmRows([.. rows.Extents, 1], [new Ints([.. rows.Strides[0], 0])]).OuterOffset(0, batch);
        var from = b.Let("from0", b.Pointer("b") + offset + panel * (Packing.Width * ColumnStride));
        var to = b.Let("to0", b.Pointer("packed") + batch * Packing.Floats(Depth) + panel * (Packing.Width * Depth));
        if (Packing.IsUniform)
            Panel(b, from, to, Packing.Vectors, Packing.Lanes);
        else if (Packing.Panels == 1)
            Panel(b, from, to, Packing.LastVectors, Packing.LastLanes);
        else
        {
            b.If(RoutineBuilder.Compare(panel, "<", Packing.Panels - 1),
                () => Panel(b, from, to, Packing.Vectors, Packing.Lanes),
                () => Panel(b, from, to, Packing.LastVectors, Packing.LastLanes));
        }
    });

    private void Panel(RoutineBuilder b, Ptr from, Ptr to, int vectors, int lastLanes)
    {
        var columns = (vectors - 1) * Packing.Lanes + lastLanes;
        b.For("k", 0, Depth, k =>
        {
            var (source, target) = (b.Let("row", from + k * RowStride), b.Let("packedRow", to + k * (vectors * Packing.Lanes)));
            if (ColumnStride == 1)
            {
                for (var v = 0; v < vectors; v++)
                    b.Store(target + v * Packing.Lanes, b.LoadPartial(source + v * Packing.Lanes, v == vectors - 1 ? lastLanes : Packing.Lanes));
                return;
            }
            b.UseScalar(() =>
            {
                b.For("j", 0, columns, j => b.CopyElement(target + j, source + j * ColumnStride));
                b.HoistConstants(() => b.For("z", columns, vectors * Packing.Lanes, z => b.Store(target + z, b.Constant(0f, "zero"))));
            });
        });
    }
}
