namespace CompileModel.Kernels.Pool;

/// <summary>What a pooling window becomes.</summary>
public enum PoolKind
{
    /// <summary>Its largest element inside the input.</summary>
    Max,

    /// <summary>The mean over its taps inside the input.</summary>
    Average,

    /// <summary>The sum over its taps inside the input, divided by its taps inside the padded input.</summary>
    AverageWithPads,
}
