using System.Globalization;
using CompileModel.IR;

namespace CompileModel.Kernels.Builder;

/// <summary>Which of several forms of code a piece of work takes, known when compiling.</summary>
public static class Choices
{
    /// <summary>The C# text of the condition that a list has a value at an index: a bit for each index, by words of 64.</summary>
    public static string Has(Ints list, Int index, int value)
    {
        var words = new ulong[(list.Count + 63) / 64];
        foreach (var (i, own) in list.Index())
            words[i / 64] |= own == value ? 1UL << i % 64 : 0;
        string Hex(ulong word) => string.Create(CultureInfo.InvariantCulture, $"0x{word:X}UL");
        var word = words.Length == 1 ? Hex(words[0]) : $"((int)({index / 64}) switch {{ {string.Concat(words.SkipLast(1).Select((w, i) => string.Create(CultureInfo.InvariantCulture, $"{i} => {Hex(w)}, ")))}_ => {Hex(words[^1])} }})";
        return $"({word} >> (int)({index % 64}) & 1) != 0";
    }
}
