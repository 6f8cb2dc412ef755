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
        string op = text.Split(' ', '\t')[0], result = text.Split(',')[0];
        if (op is "fmadd" or "fmsub" or "fnmadd" or "fnmsub") return 1;
        if (op is not ("fmla" or "fmls")) return 0;
        return result[^3..] switch { ".4s" => 4, ".2s" or ".2d" => 2, _ => 1 };
    }
}
