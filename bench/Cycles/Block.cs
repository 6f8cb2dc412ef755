using System.Globalization;

namespace CompileModel.Bench.Cycles;

/// <summary>A block of straight code that a program executed, and how often.</summary>
/// <param name="Address">Of its first instruction.</param>
/// <param name="Code">Its instructions, eight hexadecimal digits each as they lie in memory.</param>
/// <param name="Executions">How often it ran.</param>
/// <param name="FirstMisses">How often its loads and stores missed the first data cache.</param>
/// <param name="SecondMisses">And the second.</param>
public sealed record Block(ulong Address, string Code, long Executions, long FirstMisses, long SecondMisses)
{
    private const int DigitsOfWord = 8;

    /// <summary>Number of instructions.</summary>
    public int Length => Code.Length / DigitsOfWord;

    /// <summary>Its instructions, one by one.</summary>
    public IEnumerable<string> Words => Enumerable.Range(0, Length).Select(i => Code.Substring(i * DigitsOfWord, DigitsOfWord));

    /// <summary>A line of the plugin's file.</summary>
    public static Block Parse(string line)
    {
        string[] parts = line.Split(' ');
        long Number(int i) => long.Parse(parts[i], CultureInfo.InvariantCulture);
        return new(ulong.Parse(parts[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), parts[4], Number(1), Number(2), Number(3));
    }
}
