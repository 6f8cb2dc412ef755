using CompileModel.IR;

namespace CompileModel.Kernels.Gemm;

/// <summary>Further epilogue operands against a result whose last dimension is the columns and whose others are the rows.</summary>
internal static class ExtraOperands
{
    /// <summary>Strides of an operand along each row dimension of the result; 0 where it is broadcast.</summary>
    public static IReadOnlyList<int> RowStrides(Layout extra, Layout result)
    {
        var strides = new int[result.Rank - 1];
        for (var d = 0; d < strides.Length; d++)
        {
            var own = d - (result.Rank - extra.Rank);
            strides[d] = own >= 0 && extra.Dims[own] > 1 ? extra.Strides[own] : 0;
        }
        return strides;
    }

    /// <summary>Whether an operand differs from column to column.</summary>
    public static bool IsVector(Layout extra) => extra.Rank > 0 && extra.Dims[extra.Rank - 1] > 1;

    /// <summary>The kinds of all extras; <paramref name="rows"/> has them from operand <paramref name="first"/> on.</summary>
    public static Ints Kinds(IReadOnlyList<Layout> extras, GemmRows rows, int first) => new([.. extras.Select((e, i) =>
    {
        var isVector = IsVector(e);
        var isRow = rows.InnerStride(first + i) != 0;
        return (int)(isRow ? isVector ? ExtraKind.RowVector : ExtraKind.RowScalar : isVector ? ExtraKind.Vector : ExtraKind.Scalar);
    })]);
}
