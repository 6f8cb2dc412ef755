using System.Runtime.CompilerServices;

namespace System.Threading;

/// <summary>Atomic operations with sequential consistency. v8.0 cores get load/store-exclusive loops, which the native compiler makes.</summary>
public static class Interlocked
{
    [Intrinsic] public static int CompareExchange(ref int location, int value, int comparand) => CompareExchange(ref location, value, comparand);
    [Intrinsic] public static int ExchangeAdd(ref int location, int value) => ExchangeAdd(ref location, value);
    [Intrinsic] public static int Exchange(ref int location, int value) => Exchange(ref location, value);
    [Intrinsic] public static void MemoryBarrier() => MemoryBarrier();

    public static int Add(ref int location, int value) => ExchangeAdd(ref location, value) + value;
    public static int Increment(ref int location) => Add(ref location, 1);
    public static int Decrement(ref int location) => Add(ref location, -1);
}
