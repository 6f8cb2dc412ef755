namespace CompileModel.Bench.Cycles;

/// <summary>A block with its text and its time.</summary>
/// <param name="Block">The block.</param>
/// <param name="Text">Assembler text, one instruction an element.</param>
/// <param name="Cycles">Modelled cycles of one execution.</param>
public sealed record TimedBlock(Block Block, IReadOnlyList<string> Text, double Cycles)
{
    /// <summary>Cycles of all its executions.</summary>
    public double TotalCycles => Cycles * Block.Executions;

    /// <summary>Multiply-accumulates of all its executions.</summary>
    public long Macs => Block.Executions * Text.Sum(MacsOf);

    /// <summary>fp32 multiply-accumulates of one instruction.</summary>
    internal static int MacsOf(string text)
    {
        if (text.StartsWith("fmadd", StringComparison.Ordinal) || text.StartsWith("fmsub", StringComparison.Ordinal) || text.StartsWith("fnm", StringComparison.Ordinal)) return text.StartsWith("fnmul", StringComparison.Ordinal) ? 0 : 1;
        if (!text.StartsWith("fmla", StringComparison.Ordinal) && !text.StartsWith("fmls", StringComparison.Ordinal)) return 0;
        string result = text.Split(',')[0];
        return result.EndsWith(".4s", StringComparison.Ordinal) ? 4 : result.EndsWith(".2s", StringComparison.Ordinal) || result.EndsWith(".2d", StringComparison.Ordinal) ? 2 : 1;
    }
}
