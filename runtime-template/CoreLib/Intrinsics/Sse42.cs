using System.Runtime.CompilerServices;
using I64x2 = System.Runtime.Intrinsics.Vector128<long>;

namespace System.Runtime.Intrinsics.X86;

/// <summary>
/// SSE4.2: comparison of 64-bit integers.
/// </summary>
[Intrinsic]
public abstract unsafe class Sse42 : Sse41
{
    public static new bool IsSupported => false;

    public static I64x2 CompareGreaterThan(I64x2 a, I64x2 b) => CompareGreaterThan(a, b);
}
