using System.Buffers.Binary;
using System.Text;

namespace CompileModel.Emit;

/// <summary>
/// Writes the weights as a relocatable ELF64 object, so that the linker places them read-only and nobody assembles or copies them. The raw bytes
/// start at <see cref="DataOffset"/> of the file; the symbol <see cref="Symbol"/> marks them in the program. ELF-64 Object File Format 1.5.
/// </summary>
public static class WeightsObject
{
    /// <summary>Offset of the raw weights in the file; also the alignment of the section.</summary>
    public const int DataOffset = 64;

    /// <summary>Name of the global symbol at the first byte.</summary>
    public const string Symbol = "model_weights";

    private const int HeaderSize = 64, SectionHeaderSize = 64, SymbolSize = 24;
    private const ushort MachineX64 = 62, MachineArm64 = 183;
    private const uint ProgBits = 1, SymTab = 2, StrTab = 3;

    /// <summary>Writes the object file.</summary>
    /// <param name="stream">Receives the bytes.</param>
    /// <param name="arm64">AArch64 when true, x86-64 otherwise.</param>
    /// <param name="weights">The blob; an empty one is stored as one zero byte so that the symbol has a place.</param>
    public static void Write(Stream stream, bool arm64, ReadOnlySpan<byte> weights)
    {
        if (weights.IsEmpty) weights = [0];
        var strings = Encoding.ASCII.GetBytes($"\0{Symbol}\0");
        var sectionNames = new StringTable();
        int dataName = sectionNames.Add(".rodata.weights"), symName = sectionNames.Add(".symtab"), strName = sectionNames.Add(".strtab"),
            namesName = sectionNames.Add(".shstrtab"), stackName = sectionNames.Add(".note.GNU-stack");

        long symbols = Align(DataOffset + weights.Length, 8);
        long stringsAt = symbols + (2 * SymbolSize);
        long namesAt = stringsAt + strings.Length;
        long headers = Align(namesAt + sectionNames.Bytes.Length, 8);

        var file = new byte[headers + (6 * SectionHeaderSize) - weights.Length];
        var head = file.AsSpan(0, HeaderSize);
        ReadOnlySpan<byte> ident = [0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1];
        ident.CopyTo(head);
        Put16(head, 16, 1);                                        // ET_REL
        Put16(head, 18, arm64 ? MachineArm64 : MachineX64);
        Put32(head, 20, 1);
        Put64(head, 40, headers);
        Put16(head, 52, HeaderSize);
        Put16(head, 58, SectionHeaderSize);
        Put16(head, 60, 6);                                        // sections: null, data, symtab, strtab, shstrtab, GNU-stack
        Put16(head, 62, 4);

        var tail = file.AsSpan(HeaderSize);
        long gap = DataOffset + weights.Length;                    // file offset at which the tail starts
        var symbol = tail[(int)(symbols - gap + SymbolSize)..];
        Put32(symbol, 0, 1);
        symbol[4] = 0x11;                                          // STB_GLOBAL, STT_OBJECT
        Put16(symbol, 6, 1);
        Put64(symbol, 16, weights.Length);
        strings.CopyTo(tail[(int)(stringsAt - gap)..]);
        sectionNames.Bytes.CopyTo(tail[(int)(namesAt - gap)..]);

        var sections = tail[(int)(headers - gap)..];
        Section(sections, 1, dataName, ProgBits, flags: 2, DataOffset, weights.Length, 0, 0, DataOffset, 0);
        Section(sections, 2, symName, SymTab, 0, symbols, 2 * SymbolSize, link: 3, info: 1, 8, SymbolSize);
        Section(sections, 3, strName, StrTab, 0, stringsAt, strings.Length, 0, 0, 1, 0);
        Section(sections, 4, namesName, StrTab, 0, namesAt, sectionNames.Bytes.Length, 0, 0, 1, 0);
        Section(sections, 5, stackName, ProgBits, 0, headers, 0, 0, 0, 1, 0);

        stream.Write(head);
        stream.Write(weights);
        stream.Write(tail);
    }

    private static void Section(Span<byte> table, int index, int name, uint type, long flags, long offset, long size, int link, int info, long align, long entry)
    {
        var s = table[(index * SectionHeaderSize)..];
        Put32(s, 0, (uint)name);
        Put32(s, 4, type);
        Put64(s, 8, flags);
        Put64(s, 24, offset);
        Put64(s, 32, size);
        Put32(s, 40, (uint)link);
        Put32(s, 44, (uint)info);
        Put64(s, 48, align);
        Put64(s, 56, entry);
    }

    private static long Align(long value, long to) => (value + to - 1) / to * to;

    private static void Put16(Span<byte> s, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(s[at..], value);

    private static void Put32(Span<byte> s, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(s[at..], value);

    private static void Put64(Span<byte> s, int at, long value) => BinaryPrimitives.WriteInt64LittleEndian(s[at..], value);

    private sealed class StringTable
    {
        private readonly List<byte> bytes = [0];

        public byte[] Bytes => [.. bytes];

        public int Add(string name)
        {
            int at = bytes.Count;
            bytes.AddRange(Encoding.ASCII.GetBytes(name));
            bytes.Add(0);
            return at;
        }
    }
}
