using System.Globalization;
using System.Text;

namespace CompileModel.Text;

/// <summary>Writes indented text; the only way generated sources are made. Lines end in LF, numbers are culture-invariant.</summary>
public sealed class CodeWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    /// <summary>Writes one line at the current indentation; an empty line stays empty.</summary>
    public CodeWriter Line(string line = "")
    {
        if (line.Length > 0) text.Append(' ', 4 * depth).Append(line);
        text.Append('\n');
        return this;
    }

    /// <summary>Writes <paramref name="head"/>, a brace, what <paramref name="body"/> writes one level deeper, and the closing brace.</summary>
    public CodeWriter Block(string head, Action body, string tail = "")
    {
        Line(head).Line("{");
        Indented(body);
        return Line("}" + tail);
    }

    /// <summary>Runs <paramref name="body"/> one level deeper.</summary>
    public CodeWriter Indented(Action body)
    {
        depth++;
        body();
        depth--;
        return this;
    }

    /// <summary>What was written.</summary>
    public override string ToString() => text.ToString();

    /// <summary>A C# float literal that reads back as the same bits.</summary>
    public static string Literal(float value) =>
        float.IsNaN(value) ? "float.NaN"
        : float.IsPositiveInfinity(value) ? "float.PositiveInfinity"
        : float.IsNegativeInfinity(value) ? "float.NegativeInfinity"
        : value.ToString("R", CultureInfo.InvariantCulture) + "f";

    /// <summary>A C# double literal that reads back as the same bits.</summary>
    public static string Literal(double value) =>
        double.IsNaN(value) ? "double.NaN"
        : double.IsPositiveInfinity(value) ? "double.PositiveInfinity"
        : double.IsNegativeInfinity(value) ? "double.NegativeInfinity"
        : value.ToString("R", CultureInfo.InvariantCulture) + "d";
}
