using System.Runtime.CompilerServices;

namespace CompileModel.Runtime;

/// <summary>Memory straight from the kernel: page-aligned, zero, and not resident before it is touched. It is never given back.</summary>
internal static unsafe class Pages
{
    /// <summary>Room that follows every allocation, so that it never ends at the edge of the mapping.</summary>
    private const long Margin = 64;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static byte* Allocate(long bytes)
    {
        void* address = Libc.mmap(null, (nuint)(bytes + Margin), Libc.ProtectRead | Libc.ProtectWrite, Libc.MapPrivate | Libc.MapAnonymous, -1, 0);
        if ((nint)address == -1)
            Failure.Begin("cannot reserve "u8).Number(bytes).Text(" bytes of memory"u8).Fail();
        return (byte*)address;
    }
}
