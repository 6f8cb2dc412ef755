using System.Runtime.CompilerServices;

namespace System.Runtime.Intrinsics.X86;

/// <summary>
/// General-purpose instructions of x86-64.
/// </summary>
[Intrinsic]
public abstract class X86Base
{
    public static bool IsSupported => false;

    public static void Pause() => Pause();
}
