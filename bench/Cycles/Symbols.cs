using System.Buffers.Binary;
using System.Text;

namespace CompileModel.Bench.Cycles;

/// <summary>Function names of an ELF executable by address (ELF-64, little endian; generic ABI, chapter 4). Empty when it was stripped.</summary>
public sealed class Symbols
{
    private const int SymbolTable = 2, Function = 2, SectionHeaderBytes = 64, SymbolBytes = 24;
    private readonly ulong[] addresses;
    private readonly string[] names;

    private Symbols(IEnumerable<(ulong Address, string Name)> functions)
    {
        var sorted = functions.OrderBy(f => f.Address).ThenBy(f => f.Name, StringComparer.Ordinal).ToArray();
        (addresses, names) = ([.. sorted.Select(f => f.Address)], [.. sorted.Select(f => f.Name)]);
    }

    /// <summary>Whether there are any.</summary>
    public bool Empty => addresses.Length == 0;

    /// <summary>Reads an executable.</summary>
    public static Symbols Read(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        if (file.Length < SectionHeaderBytes || !file.AsSpan(0, 4).SequenceEqual("\u007fELF"u8)) throw new BenchException($"{path} is no ELF file");
        int sections = (int)U64(file, 0x28), count = U16(file, 0x3c);
        var functions = new List<(ulong, string)>();
        for (int i = 0; i < count; i++)
        {
            int header = sections + (i * SectionHeaderBytes);
            if (U32(file, header + 4) == SymbolTable) functions.AddRange(Functions(file, header, sections + ((int)U32(file, header + 40) * SectionHeaderBytes)));
        }
        return new(functions);
    }

    /// <summary>The function that an address lies in, or where it lies.</summary>
    public string NameOf(ulong address)
    {
        int i = Array.BinarySearch(addresses, address);
        if (i < 0) i = ~i - 1;
        while (i > 0 && addresses[i - 1] == addresses[i]) i--;
        return i >= 0 ? names[i] : $"0x{address >> 12:x}000";
    }

    private static IEnumerable<(ulong, string)> Functions(byte[] file, int table, int strings)
    {
        int start = (int)U64(file, table + 24), bytes = (int)U64(file, table + 32), names = (int)U64(file, strings + 24);
        for (int symbol = start; symbol < start + bytes; symbol += SymbolBytes)
            if ((file[symbol + 4] & 15) == Function && U64(file, symbol + 8) != 0) yield return (U64(file, symbol + 8), Name(file, names + (int)U32(file, symbol)));
    }

    private static string Name(byte[] file, int at) => Encoding.UTF8.GetString(file, at, Array.IndexOf(file, (byte)0, at) - at);

    private static ushort U16(byte[] file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at));

    private static uint U32(byte[] file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at));

    private static ulong U64(byte[] file, int at) => BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(at));
}
