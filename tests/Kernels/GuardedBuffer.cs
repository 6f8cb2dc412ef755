using System.Runtime.InteropServices;

namespace CompileModel.Tests.Kernels;

/// <summary>Memory that ends (or begins) exactly at an inaccessible page, so that an access outside of it ends the process.</summary>
internal sealed unsafe class GuardedBuffer : IDisposable
{
    private const int Page = 4096;
    private readonly byte* _mapping;
    private readonly nuint _size;

    /// <summary>Memory for <paramref name="bytes"/> bytes; <paramref name="atEnd"/> chooses the side of the guard page that is flush.</summary>
    public GuardedBuffer(int bytes, bool atEnd)
    {
        var usable = (bytes + Page - 1) / Page * Page;
        _size = (nuint)(usable + 2 * Page);
        _mapping = mmap(null, _size, 3, 0x22, -1, 0);
        if (_mapping == (byte*)-1 || mprotect(_mapping, Page, 0) != 0 || mprotect(_mapping + Page + usable, Page, 0) != 0)
            throw new InvalidOperationException("mmap or mprotect failed");
        Bytes = bytes;
        Start = atEnd ? _mapping + Page + usable - bytes : _mapping + Page;
    }

    /// <summary>Size in bytes.</summary>
    public int Bytes { get; }

    /// <summary>The first byte.</summary>
    public byte* Start { get; }

    /// <summary>The memory.</summary>
    public Span<byte> Span => new(Start, Bytes);

    /// <inheritdoc/>
    public void Dispose() => _ = munmap(_mapping, _size);

    [DllImport("libc")]
    private static extern byte* mmap(byte* address, nuint length, int protection, int flags, int file, nint offset);

    [DllImport("libc")]
    private static extern int mprotect(byte* address, nuint length, int protection);

    [DllImport("libc")]
    private static extern int munmap(byte* address, nuint length);
}
