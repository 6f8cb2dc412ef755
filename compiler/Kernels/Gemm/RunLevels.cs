namespace CompileModel.Kernels.Gemm;

/// <summary>How the factors of one row of A lie in memory.</summary>
public enum RunLevels
{
    /// <summary>One contiguous run.</summary>
    One,

    /// <summary>Runs at equal distance: the rows of a convolution window.</summary>
    Rows,

    /// <summary>Rows of runs: every tap of a convolution window by itself.</summary>
    Taps,
}
