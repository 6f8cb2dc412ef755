using System.Runtime.CompilerServices;
using F32x4 = System.Runtime.Intrinsics.Vector128<float>;

namespace System.Runtime.Intrinsics.X86;

/// <summary>
/// SSE3: horizontal sums and duplicating moves.
/// </summary>
[Intrinsic]
public abstract unsafe class Sse3 : Sse2
{
    public static new bool IsSupported => false;

    public static F32x4 HorizontalAdd(F32x4 a, F32x4 b) => HorizontalAdd(a, b);
    public static F32x4 MoveHighAndDuplicate(F32x4 a) => MoveHighAndDuplicate(a);
    public static F32x4 MoveLowAndDuplicate(F32x4 a) => MoveLowAndDuplicate(a);
}
