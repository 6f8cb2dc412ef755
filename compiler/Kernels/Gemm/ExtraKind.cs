namespace CompileModel.Kernels.Gemm;

/// <summary>How a further epilogue operand varies over a tile of rows (positions) and columns (output channels).</summary>
public enum ExtraKind
{
    /// <summary>One value for each row and column: a residual.</summary>
    RowVector,

    /// <summary>One value for each row.</summary>
    RowScalar,

    /// <summary>One value for each column: slopes, scales.</summary>
    Vector,

    /// <summary>One value.</summary>
    Scalar,
}
