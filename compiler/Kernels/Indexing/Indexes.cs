using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Indexing;

/// <summary>Indexes that come from tensors.</summary>
internal static class Indexes
{
    /// <summary>Reads an index: negative ones count from the end, and none leaves 0..extent-1, so that no byte outside of the operand is touched.</summary>
    public static Int Load(RoutineBuilder b, Ptr p, int extent)
    {
        var raw = b.LoadInteger("index", p);
        var wrapped = b.Let("at", Int.Wrap(raw, extent));
        return b.Let("at", Int.Max(0, Int.Min(wrapped, extent - 1)));
    }
}
