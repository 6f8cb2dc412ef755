using System.Runtime.CompilerServices;

namespace System.Runtime.Intrinsics.Arm;

/// <summary>
/// General-purpose instructions of ARMv8.0.
/// </summary>
[Intrinsic]
public abstract unsafe class ArmBase
{
    public static bool IsSupported => false;

    public static int LeadingZeroCount(int a) => LeadingZeroCount(a);
    public static int LeadingZeroCount(uint a) => LeadingZeroCount(a);
    public static uint ReverseElementBits(uint a) => ReverseElementBits(a);
    public static void Yield() => Yield();
}
