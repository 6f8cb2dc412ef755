namespace CompileModel.Reference;

/// <summary>Indexes that come as data.</summary>
public static class Indexes
{
    /// <summary>An index in 0..extent-1 from one in -extent..extent-1.</summary>
    public static long Resolve(long index, int extent) => index >= -extent && index < extent
        ? index < 0 ? index + extent : index
        : throw new IR.InferenceException(Diagnostics.DiagnosticCodes.ShapeMismatch, $"index {index} is outside of an extent of {extent}");
}
