using System.Runtime.CompilerServices;

namespace System;

/// <summary>A view of elements in memory.</summary>
public readonly unsafe ref struct Span<T>
{
    private readonly ref T _reference;
    private readonly int _length;

    public Span(void* pointer, int length)
    {
        _reference = ref Unsafe.AsRef<T>(pointer);
        _length = length;
    }

    public int Length => _length;

    public ref T this[int index] => ref Unsafe.Add(ref _reference, index);

    public ref T GetPinnableReference() => ref _reference;

    public Span<T> Slice(int start, int length) => new(Unsafe.AsPointer(ref Unsafe.Add(ref _reference, start)), length);

    public static implicit operator ReadOnlySpan<T>(Span<T> span) => new(Unsafe.AsPointer(ref span._reference), span._length);
}
