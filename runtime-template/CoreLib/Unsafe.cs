namespace System.Runtime.CompilerServices;

/// <summary>Pointer arithmetic and reinterpretation; every body is replaced by the native compiler.</summary>
public static unsafe class Unsafe
{
    [Intrinsic] public static ref T AsRef<T>(void* source) => ref AsRef<T>(source);
    [Intrinsic] public static ref T AsRef<T>(scoped ref readonly T source) => ref AsRef(in source);
    [Intrinsic] public static void* AsPointer<T>(ref readonly T value) => AsPointer(in value);
    [Intrinsic] public static ref T Add<T>(ref T source, int elementOffset) => ref Add(ref source, elementOffset);
    [Intrinsic] public static ref T Add<T>(ref T source, nint elementOffset) => ref Add(ref source, elementOffset);
    [Intrinsic] public static ref TTo As<TFrom, TTo>(ref TFrom source) => ref As<TFrom, TTo>(ref source);
    [Intrinsic] public static TTo BitCast<TFrom, TTo>(TFrom source) where TFrom : struct where TTo : struct => BitCast<TFrom, TTo>(source);
    [Intrinsic] public static ref T NullRef<T>() => ref NullRef<T>();
    [Intrinsic] public static int SizeOf<T>() => SizeOf<T>();
    [Intrinsic] public static T ReadUnaligned<T>(void* source) => ReadUnaligned<T>(source);
    [Intrinsic] public static void WriteUnaligned<T>(void* destination, T value) => WriteUnaligned(destination, value);
    [Intrinsic] public static void CopyBlockUnaligned(void* destination, void* source, uint byteCount) => CopyBlockUnaligned(destination, source, byteCount);
    [Intrinsic] public static void InitBlockUnaligned(void* address, byte value, uint byteCount) => InitBlockUnaligned(address, value, byteCount);
    [Intrinsic] public static void SkipInit<T>(out T value) => SkipInit(out value);
}
