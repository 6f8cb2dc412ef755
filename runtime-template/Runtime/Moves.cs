using System.Runtime.CompilerServices;

namespace CompileModel.Runtime;

/// <summary>Copies between buffers of a loop: its states, and the slices that it cuts and collects.</summary>
internal static unsafe class Moves
{
    /// <summary>Copies <paramref name="runs"/> runs of <paramref name="bytes"/> bytes; the steps are the distances of their starts. Source and destination do not overlap.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Copy(byte* to, long toStep, byte* from, long fromStep, long bytes, long runs)
    {
        for (; runs > 0; runs--)
        {
            long i = 0;
            for (; i + 8 <= bytes; i += 8)
                Unsafe.WriteUnaligned(to + i, Unsafe.ReadUnaligned<long>(from + i));
            for (; i < bytes; i++)
                to[i] = from[i];
            to += toStep;
            from += fromStep;
        }
    }
}
