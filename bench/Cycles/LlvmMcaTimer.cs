using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CompileModel.Bench.Tools;

namespace CompileModel.Bench.Cycles;

/// <summary>Times blocks for an out-of-order core by llvm-mca: the difference of a long and a short run of each, so that filling the pipeline is not counted.</summary>
/// <param name="cpu">LLVM's name of the core.</param>
public sealed partial class LlvmMcaTimer(string cpu) : IBlockTimer
{
    private const int Short = 10, Long = 30;
    private const double Least = 0.25;

    /// <inheritdoc/>
    public string Source => $"llvm-mca -mcpu={cpu}";

    /// <inheritdoc/>
    public IReadOnlyList<double> Cycles(IReadOnlyList<IReadOnlyList<string>> blocks)
    {
        var input = new StringBuilder();
        for (int i = 0; i < blocks.Count; i++)
        {
            input.Append(CultureInfo.InvariantCulture, $"# LLVM-MCA-BEGIN b{i}\n");
            foreach (string line in blocks[i]) input.Append(SplitStore(line)).Append('\n');
            input.Append(CultureInfo.InvariantCulture, $"# LLVM-MCA-END b{i}\n");
        }
        var few = Task.Run(() => Run(input.ToString(), Short));
        var many = Run(input.ToString(), Long);
        return [.. blocks.Select((b, i) => many.TryGetValue(i, out int m) && few.Result.TryGetValue(i, out int f) ? Math.Max((m - f) / (double)(Long - Short), Least) : b.Count)];
    }

    /// <summary>Stores with a new base become two: these cores compute the address apart from the data, llvm-mca lets the base wait for the data.</summary>
    internal static string SplitStore(string line)
    {
        var m = PostIndexPattern().Match(line);
        if (!m.Success) m = PreIndexPattern().Match(line);
        return !m.Success || line.Contains("xzr", StringComparison.Ordinal) ? line
            : $"{m.Groups[1]} {m.Groups[2]}, [{m.Groups[3]}]\n{(m.Groups[5].Length > 0 ? "sub" : "add")} {m.Groups[3]}, {m.Groups[3]}, {m.Groups[4]}{m.Groups[6]}";
    }

    private Dictionary<int, int> Run(string input, int iterations)
    {
        var outcome = Tool.Run(Tool.Find("llvm-19", "llvm-mca-19", "llvm-mca"), ["-mtriple=aarch64", "-mcpu=" + cpu, "-mattr=" + Disassembler.Features,
            $"-iterations={iterations}", "-instruction-info=0", "-resource-pressure=0", "-skip-unsupported-instructions=any"], input);
        var result = new Dictionary<int, int>();
        int block = -1;
        foreach (string line in outcome.Output.Split('\n'))
        {
            if (RegionPattern().Match(line) is { Success: true } region) block = int.Parse(region.Groups[1].Value, CultureInfo.InvariantCulture);
            else if (TotalPattern().Match(line) is { Success: true } total) result[block] = int.Parse(total.Groups[1].Value, CultureInfo.InvariantCulture);
        }
        return result;
    }

    [GeneratedRegex(@"^(st\w+)\s+(.*), \[(\w+)\], (#?)(-?)(\w+)$")]
    private static partial Regex PostIndexPattern();

    [GeneratedRegex(@"^(st\w+)\s+(.*), \[(\w+), (#)(-?)(\d+)\]!$")]
    private static partial Regex PreIndexPattern();

    [GeneratedRegex(@"^\[\d+\] Code Region - b(\d+)")]
    private static partial Regex RegionPattern();

    [GeneratedRegex(@"^Total Cycles:\s+(\d+)")]
    private static partial Regex TotalPattern();
}
