using System.Globalization;
using System.Text.RegularExpressions;

namespace CompileModel.Bench.Cycles.InOrder;

/// <summary>Registers in assembler text, as numbers: x0 to x30, sp, v0 to v31. The zero register is none.</summary>
public static partial class Registers
{
    /// <summary>How many there are.</summary>
    public const int Count = 64;

    private const int StackPointer = 31, FirstVector = 32;

    /// <summary>The registers that a piece of text names, in its order.</summary>
    public static int[] In(string text) => [.. RegisterPattern().Matches(text).Select(Number).Where(r => r >= 0)];

    /// <summary>Whether a piece of text names a vector or floating-point register.</summary>
    public static bool HasVector(string text) => VectorPattern().IsMatch(text);

    /// <summary>Whether a piece of text names a vector of 128 bits.</summary>
    public static bool HasQuad(string text) => QuadPattern().IsMatch(text);

    /// <summary>Whether it names a vector by its lanes, or a q or d register: at least 64 bits.</summary>
    public static bool HasLanes(string text) => LanesPattern().IsMatch(text);

    private static int Number(Match m)
    {
        if (m.Groups[3].Success) return m.Groups[3].Value.EndsWith('p') ? StackPointer : -1;
        int number = int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture);
        return m.Groups[1].Value is "x" or "w" ? number : FirstVector + number;
    }

    [GeneratedRegex(@"\b([xwvqdshb])(\d+)\b|\b(w?sp|xzr|wzr)\b")]
    private static partial Regex RegisterPattern();

    [GeneratedRegex(@"\b[vqdshb]\d")]
    private static partial Regex VectorPattern();

    [GeneratedRegex(@"\.(?:16b|8h|4s|2d)\b|\bq\d")]
    private static partial Regex QuadPattern();

    [GeneratedRegex(@"\b[vq]\d")]
    private static partial Regex LanesPattern();
}
