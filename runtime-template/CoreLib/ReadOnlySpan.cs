using System.Runtime.CompilerServices;

namespace System;

/// <summary>A read-only view of elements in memory. Tables written as <c>"..."u8</c> or <c>new byte[] { ... }</c> become read-only data.</summary>
public readonly unsafe ref struct ReadOnlySpan<T>
{
    private readonly ref T _reference;
    private readonly int _length;

    public ReadOnlySpan(void* pointer, int length)
    {
        _reference = ref Unsafe.AsRef<T>(pointer);
        _length = length;
    }

    /// <summary>Exists because the compiler wants it for constant tables; such tables never reach it.</summary>
    public ReadOnlySpan(T[] array, int start, int length)
    {
        _reference = ref Unsafe.NullRef<T>();
        _length = 0;
    }

    public int Length => _length;

    public ref readonly T this[int index] => ref Unsafe.Add(ref _reference, index);

    public ref readonly T GetPinnableReference() => ref _reference;

    public ReadOnlySpan<T> Slice(int start, int length) => new(Unsafe.AsPointer(ref Unsafe.Add(ref _reference, start)), length);

    public static implicit operator ReadOnlySpan<T>(T[] array) => default;
}
