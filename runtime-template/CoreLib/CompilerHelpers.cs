// Methods that the native compiler calls by name from the code it makes, and symbols of the .NET runtime that its code refers to.
using System;
using System.Runtime;
using CompileModel.Runtime;

namespace System
{
    internal static unsafe class Buffer
    {
        public static void Memmove(ref byte destination, ref byte source, nuint length)
            => Libc.memmove(Runtime.CompilerServices.Unsafe.AsPointer(ref destination), Runtime.CompilerServices.Unsafe.AsPointer(ref source), length);

        public static void BulkMoveWithWriteBarrier(ref byte destination, ref byte source, nuint length) => Memmove(ref destination, ref source, length);
    }

    internal static unsafe class SpanHelpers
    {
        public static void Memmove(ref byte destination, ref byte source, nuint length)
            => Libc.memmove(Runtime.CompilerServices.Unsafe.AsPointer(ref destination), Runtime.CompilerServices.Unsafe.AsPointer(ref source), length);

        public static void ClearWithoutReferences(ref byte destination, nuint length)
            => Libc.memset(Runtime.CompilerServices.Unsafe.AsPointer(ref destination), 0, length);

        public static void Fill(ref byte destination, byte value, nuint length)
            => Libc.memset(Runtime.CompilerServices.Unsafe.AsPointer(ref destination), value, length);
    }
}

namespace Internal.Runtime.CompilerHelpers
{
    /// <summary>What the code does where .NET would throw: it stops the process.</summary>
    internal static class ThrowHelpers
    {
        public static void ThrowOverflowException() => Libc.abort();
        public static void ThrowIndexOutOfRangeException() => Libc.abort();
        public static void ThrowNullReferenceException() => Libc.abort();
        public static void ThrowDivideByZeroException() => Libc.abort();
        public static void ThrowArrayTypeMismatchException() => Libc.abort();
        public static void ThrowPlatformNotSupportedException() => Libc.abort();
        public static void ThrowArgumentException() => Libc.abort();
        public static void ThrowArgumentOutOfRangeException() => Libc.abort();
    }

    /// <summary>Transitions between managed and native code and polls for a garbage collector that does not exist.</summary>
    internal static class RuntimeSymbols
    {
        [RuntimeExport("RhpReversePInvoke")] private static void ReversePInvoke(nint frame) { }
        [RuntimeExport("RhpReversePInvokeReturn")] private static void ReversePInvokeReturn(nint frame) { }
        [RuntimeExport("RhpPInvoke")] private static void PInvoke(nint frame) { }
        [RuntimeExport("RhpPInvokeReturn")] private static void PInvokeReturn(nint frame) { }
        [RuntimeExport("RhpGcPoll")] private static void GcPoll() { }

        // Called in front of frames of more than a page. Linux grows the stack wherever it is touched, so nothing needs to be touched here.
        [RuntimeExport("RhpStackProbe")] private static void StackProbe() { }
        [RuntimeExport("RhpFallbackFailFast")] private static void FallbackFailFast() => Libc.abort();
        [RuntimeExport("__fail_fast")] private static void FailFast() => Libc.abort();
    }
}
