using System.Buffers.Binary;

namespace CompileModel.Tests.Bench;

/// <summary>An arm64 executable of a few instructions: one loadable segment, whose memory reaches beyond its file.</summary>
internal static class TinyProgram
{
    /// <summary>Address of the first instruction.</summary>
    public const ulong Code = Base + Headers;

    private const ulong Base = 0x400000;
    private const int Headers = 64 + 56;
    private const long MemoryBytes = 0x200000;

    /// <summary>Writes it.</summary>
    public static void Write(string path, ReadOnlySpan<uint> code)
    {
        byte[] file = new byte[Headers + (4 * code.Length)];
        "\u007fELF"u8.CopyTo(file);
        (file[4], file[5], file[6]) = (2, 1, 1); // 64 bits, little endian, version 1
        U16(0x10, 2); // executable
        U16(0x12, 183); // AArch64
        U32(0x14, 1);
        U64(0x18, Code);
        U64(0x20, 64); // program headers
        U16(0x34, 64);
        U16(0x36, 56);
        U16(0x38, 1);
        U32(0x40, 1); // a segment to load, to be read, written and executed
        U32(0x44, 7);
        U64(0x50, Base);
        U64(0x58, Base);
        U64(0x60, (ulong)file.Length);
        U64(0x68, MemoryBytes);
        U64(0x70, 0x1000);
        for (int i = 0; i < code.Length; i++) U32(Headers + (4 * i), code[i]);
        File.WriteAllBytes(path, file);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        void U16(int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), value);
        void U32(int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
        void U64(int at, ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(at), value);
    }
}
