using System.Runtime.CompilerServices;

namespace System.Threading;

/// <summary>Loads with acquire and stores with release semantics.</summary>
public static class Volatile
{
#pragma warning disable CS0649 // seen through references only
    private struct Cell
    {
        public volatile int Value;
    }
#pragma warning restore CS0649

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(ref int location) => Unsafe.As<int, Cell>(ref location).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref int location, int value) => Unsafe.As<int, Cell>(ref location).Value = value;
}
