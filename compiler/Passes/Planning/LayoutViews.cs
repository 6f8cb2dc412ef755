using CompileModel.IR;
using CompileModel.Kernels;
using CompileModel.Kernels.Views;

namespace CompileModel.Passes.Planning;

/// <summary>Arithmetic of strided layouts: boxes of a layout, other shapes of a layout. Offsets are in elements.</summary>
public static class LayoutViews
{
    /// <summary>The box of a result that a region covers.</summary>
    public static (long Offset, Layout Layout) ResultBox(Layout result, ViewRegion region) =>
        Box(result, region.ResultOffsets, Ints.Repeat(1, region.Sizes.Count), region.Sizes);

    /// <summary>The box of an operand that a region covers.</summary>
    public static (long Offset, Layout Layout) OperandBox(Layout operand, ViewRegion region) =>
        Box(operand, region.OperandOffsets, region.OperandSteps, region.Sizes);

    private static (long Offset, Layout Layout) Box(Layout layout, Ints offsets, Ints steps, Ints sizes)
    {
        long offset = 0;
        var strides = new int[sizes.Count];
        for (int i = 0; i < strides.Length; i++)
        {
            offset += (long)offsets[i] * layout.Strides[i];
            strides[i] = layout.Strides[i] * steps[i];
        }
        return (offset, new(layout.Type, sizes, new Ints(strides)));
    }

    /// <summary>Whether the elements of a region lie at the same place in operand and result, which start at byte offsets of one memory.</summary>
    public static bool SharesPlace(ViewRegion region, long operandOffset, Layout operand, long resultOffset, Layout result)
    {
        var (fromOffset, from) = OperandBox(operand, region);
        var (toOffset, to) = ResultBox(result, region);
        return operandOffset + fromOffset * from.Type.Size() == resultOffset + toOffset * to.Type.Size()
            && Enumerable.Range(0, from.Rank).All(i => from.Dims[i] == 1 || from.Strides[i] == to.Strides[i]);
    }

    /// <summary>The same elements in the same order under other dimensions, without moving any; null when the strides do not allow it.</summary>
    public static Layout? Reshape(Layout layout, Ints dims)
    {
        if (layout.IsDense || layout.Count == 0) return Layout.Dense(layout.Type, dims);

        // Runs of old dimensions are matched with runs of new ones that hold as many elements; an old run must step through memory as one
        // dimension would. Dimensions of 1 do not count.
        var old = Enumerable.Range(0, layout.Rank).Where(i => layout.Dims[i] != 1).ToArray();
        var strides = new int[dims.Count];
        int o = 0, n = 0;
        while (o < old.Length)
        {
            while (dims[n] == 1) n++;
            int oEnd = o + 1, nEnd = n + 1;
            long oCount = layout.Dims[old[o]], nCount = dims[n];
            while (oCount != nCount)
            {
                if (oCount < nCount) oCount *= layout.Dims[old[oEnd++]];
                else nCount *= dims[nEnd++];
            }
            if (!layout.AreMerged(old[o], old[oEnd - 1] + 1)) return null;
            int step = layout.Strides[old[oEnd - 1]];
            for (int i = nEnd - 1; i >= n; i--)
            {
                strides[i] = step;
                step *= dims[i];
            }
            (o, n) = (oEnd, nEnd);
        }
        for (int i = dims.Count - 1; i >= 0; i--)
            if (dims[i] == 1) strides[i] = i + 1 < dims.Count ? dims[i + 1] * strides[i + 1] : 1;
        return new(layout.Type, dims, new Ints(strides));
    }

    /// <summary>Whether vector kernels can walk the innermost dimension: its elements lie side by side.</summary>
    public static bool IsInnermostContiguous(Layout layout) => layout.Rank == 0 || layout.Dims[^1] == 1 || layout.Strides[^1] == 1;
}
