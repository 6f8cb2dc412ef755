using System.Runtime.CompilerServices;

namespace System.Runtime.Intrinsics.X86;

/// <summary>
/// Count of one bits.
/// </summary>
[Intrinsic]
public abstract unsafe class Popcnt : Sse42
{
    public static new bool IsSupported => false;

    public static uint PopCount(uint a) => PopCount(a);
}
