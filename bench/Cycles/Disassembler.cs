using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CompileModel.Bench.Tools;

namespace CompileModel.Bench.Cycles;

/// <summary>Turns instruction words into assembler text, by llvm-mc.</summary>
public static partial class Disassembler
{
    /// <summary>Everything that the programs may contain.</summary>
    internal const string Features = "+v8.6a,+sve2,+fullfp16,+dotprod,+i8mm,+bf16,+lse,+rdm,+aes,+sha2";

    /// <summary>Text of every distinct word. Words that are no instruction become <c>nop</c>.</summary>
    /// <param name="words">Eight hexadecimal digits each, as the bytes lie in memory.</param>
    public static IReadOnlyDictionary<string, string> Run(IEnumerable<string> words)
    {
        string[] distinct = [.. words.Distinct().Order(StringComparer.Ordinal)];
        var input = new StringBuilder();
        foreach (string w in distinct) input.Append(CultureInfo.InvariantCulture, $"0x{w[..2]} 0x{w[2..4]} 0x{w[4..6]} 0x{w[6..]}\n");
        var outcome = Tool.Run(Tool.Find("llvm-19", "llvm-mc-19", "llvm-mc"), ["--disassemble", "-triple=aarch64", "-mattr=" + Features], input.ToString());
        var unknown = InvalidPattern().Matches(outcome.Error).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) - 1).ToHashSet();
        var text = new Queue<string>(outcome.Output.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '.'));
        var result = new Dictionary<string, string>();
        for (int i = 0; i < distinct.Length; i++) result[distinct[i]] = unknown.Contains(i) ? "nop" : text.Dequeue();
        return text.Count == 0 ? result : throw new BenchException("llvm-mc gave more instructions than there are words");
    }

    [GeneratedRegex(@"<stdin>:(\d+):\d+: warning: invalid instruction encoding")]
    private static partial Regex InvalidPattern();
}
