using System.Buffers.Binary;
using System.Text;
using Gee.External.Capstone;
using Gee.External.Capstone.Arm64;
using Iced.Intel;

namespace CompileModel.Tests.GeneratedCode;

/// <summary>The functions of an executable that kept its symbols: name and instructions.</summary>
internal static class Disassembly
{
    private const int SymbolTable = 2, Function = 2;

    /// <summary>Reads the functions whose names contain a text.</summary>
    public static Dictionary<string, Instruction[]> Of(string executable, string part)
    {
        byte[] file = File.ReadAllBytes(executable);
        var functions = new Dictionary<string, Instruction[]>();
        bool arm = UInt16(file, 18) == 183;
        int sections = (int)Int64(file, 40), size = UInt16(file, 58), count = UInt16(file, 60);
        int Section(int index) => sections + index * size;
        int table = Enumerable.Range(0, count).Select(Section).First(s => Int32(file, s + 4) == SymbolTable);
        int names = (int)Int64(file, Section(Int32(file, table + 40)) + 24), first = (int)Int64(file, table + 24), length = (int)Int64(file, table + 32);
        for (int symbol = first; symbol < first + length; symbol += 24)
        {
            string name = Text(file, names + Int32(file, symbol));
            if ((file[symbol + 4] & 15) != Function || !name.Contains(part, StringComparison.Ordinal)) continue;
            long address = Int64(file, symbol + 8);
            int section = Section(UInt16(file, symbol + 6)), start = (int)(address - Int64(file, section + 16) + Int64(file, section + 24));
            functions[name] = Decode(file.AsSpan(start, (int)Int64(file, symbol + 16)).ToArray(), address, arm);
        }
        return functions;
    }

    private static Instruction[] Decode(byte[] code, long address, bool arm)
    {
        if (arm)
        {
            using var disassembler = CapstoneDisassembler.CreateArm64Disassembler(Arm64DisassembleMode.Arm);
            disassembler.EnableSkipDataMode = true;
            return [.. disassembler.Disassemble(code, address).Select(i => new Instruction(i.Address, i.Mnemonic, i.Operand))];
        }
        var formatter = new IntelFormatter(new FormatterOptions { HexPrefix = "0x", HexSuffix = "", BranchLeadingZeros = false, ShowBranchSize = false, SpaceBetweenMemoryAddOperators = true });
        var output = new StringOutput();
        return [.. Iced.Intel.Decoder.Create(64, new ByteArrayCodeReader(code), (ulong)address).Select(Format)];

        Instruction Format(Iced.Intel.Instruction instruction)
        {
            formatter.Format(instruction, output);
            string[] parts = output.ToStringAndReset().Split(' ', 2);
            return new((long)instruction.IP, parts[0], parts.Length == 2 ? parts[1] : "");
        }
    }

    private static int UInt16(byte[] file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at));

    private static int Int32(byte[] file, int at) => BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at));

    private static long Int64(byte[] file, int at) => BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(at));

    private static string Text(byte[] file, int at) => Encoding.ASCII.GetString(file, at, Array.IndexOf(file, (byte)0, at) - at);
}
