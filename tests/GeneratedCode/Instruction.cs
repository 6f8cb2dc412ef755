using System.Globalization;

namespace CompileModel.Tests.GeneratedCode;

/// <summary>One machine instruction as a disassembler prints it.</summary>
/// <param name="Address">Where it lies.</param>
/// <param name="Mnemonic">Its name.</param>
/// <param name="Operands">The rest of the line.</param>
internal sealed record Instruction(long Address, string Mnemonic, string Operands)
{
    /// <summary>A vector multiply-add.</summary>
    public bool IsMultiplyAdd => Mnemonic is "fmla" or "fmls" or "smlal" or "sdot" || (Mnemonic.StartsWith("vf", StringComparison.Ordinal) && Mnemonic.EndsWith("ps", StringComparison.Ordinal)
        && (Mnemonic.Contains("madd", StringComparison.Ordinal) || Mnemonic.Contains("msub", StringComparison.Ordinal)));

    /// <summary>A call.</summary>
    public bool IsCall => Mnemonic is "bl" or "blr" or "call";

    /// <summary>A read or write of the frame: a spilled register, or a local that got none. Frames are addressed upwards from sp or x29, from rsp, or downwards from rbp.</summary>
    public bool UsesFrame => !Mnemonic.StartsWith("lea", StringComparison.Ordinal)
        && (Operands.Contains("[sp", StringComparison.Ordinal) || Operands.Contains("[x29", StringComparison.Ordinal)
            || Operands.Contains("[rsp", StringComparison.Ordinal) || Operands.Contains("[rbp - ", StringComparison.Ordinal));

    /// <summary>Where a direct jump goes, or null.</summary>
    public long? JumpTarget
    {
        get
        {
            bool jumps = Mnemonic is "b" or "cbz" or "cbnz" or "tbz" or "tbnz" || Mnemonic.StartsWith("b.", StringComparison.Ordinal) || Mnemonic.StartsWith('j');
            string last = Operands.Split(',')[^1].Trim().TrimStart('#');
            return jumps && last.StartsWith("0x", StringComparison.Ordinal) ? long.Parse(last[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture) : null;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Address:x}  {Mnemonic} {Operands}";
}
