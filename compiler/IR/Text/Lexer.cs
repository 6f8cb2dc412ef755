using System.Globalization;
using System.Text;

namespace CompileModel.IR.Text;

/// <summary>Reads tokens of the textual IR. White space and comments from <c>//</c> to the end of the line separate tokens.</summary>
internal sealed class Lexer(string text)
{
    private int position;

    /// <summary>An exception that names line and column.</summary>
    public FormatException Error(string message)
    {
        int line = text.AsSpan(0, Math.Min(position, text.Length)).Count('\n') + 1;
        int column = position - (position == 0 ? -1 : text.LastIndexOf('\n', Math.Min(position, text.Length) - 1));
        return new FormatException($"line {line}, column {column}: {message}");
    }

    /// <summary>Whether nothing is left.</summary>
    public bool AtEnd
    {
        get
        {
            Skip();
            return position >= text.Length;
        }
    }

    /// <summary>Consumes a mark or a whole word when it comes next.</summary>
    public bool Accept(string token)
    {
        Skip();
        if (!text.AsSpan(position).StartsWith(token)) return false;
        int end = position + token.Length;
        if (IsWord(token[0]) && end < text.Length && IsWord(text[end])) return false;
        position = end;
        return true;
    }

    /// <summary>Consumes a mark that must come next.</summary>
    public void Expect(string token)
    {
        if (!Accept(token)) throw Error($"expected '{token}'");
    }

    /// <summary>Letters, digits, underscores, points.</summary>
    public string Word(string what)
    {
        Skip();
        int start = position;
        while (position < text.Length && IsWord(text[position])) position++;
        return position > start ? text[start..position] : throw Error($"expected {what}");
    }

    /// <summary>A value's name after <c>%</c>: plain or in quotes.</summary>
    public string ValueName()
    {
        if (position < text.Length && text[position] == '"') return QuotedString();
        int start = position;
        while (position < text.Length && GraphPrinter.IsPlain(text[position])) position++;
        return position > start ? text[start..position] : throw Error("expected a name");
    }

    /// <summary>A string in quotes.</summary>
    public string QuotedString()
    {
        Expect("\"");
        var result = new StringBuilder();
        while (true)
        {
            if (position >= text.Length) throw Error("the string does not end");
            char c = text[position++];
            if (c == '"') return result.ToString();
            if (c != '\\') result.Append(c);
            else if (position < text.Length && text[position] != 'u') result.Append(text[position++]);
            else
            {
                if (position + 5 > text.Length || !ushort.TryParse(text.AsSpan(position + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out ushort code))
                    throw Error("expected four hexadecimal digits");
                result.Append((char)code);
                position += 5;
            }
        }
    }

    /// <summary>An integer.</summary>
    public long Integer() => long.TryParse(NumberToken(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : throw Error("expected an integer");

    /// <summary>A floating-point number, <c>inf</c>, <c>-inf</c> or <c>nan</c>.</summary>
    public double Number() => NumberToken() switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        "nan" => double.NaN,
        var token => double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : throw Error("expected a number"),
    };

    /// <summary>A list of items.</summary>
    public IReadOnlyList<T> List<T>(Func<T> item, string open = "[", string close = "]")
    {
        var result = new List<T>();
        Expect(open);
        if (Accept(close)) return result;
        do result.Add(item());
        while (Accept(","));
        Expect(close);
        return result;
    }

    /// <summary>A dimension: a number or a symbol.</summary>
    public Dim Dim()
    {
        Skip();
        if (Accept("?")) return IR.Dim.Open("?");
        return position < text.Length && (char.IsAsciiDigit(text[position]) || text[position] == '-') ? Integer() : IR.Dim.Open(Word("a dimension"));
    }

    /// <summary>A type such as <c>f32[1,3]</c>.</summary>
    public TensorType TensorType()
    {
        string word = Word("an element type");
        if (!ElementTypes.TryParse(word, out var element)) throw Error($"unknown element type '{word}'");
        return new(element, new Shape([.. List(Dim)]));
    }

    private string NumberToken()
    {
        Skip();
        int start = position;
        while (position < text.Length && (IsWord(text[position]) || text[position] is '-' or '+')) position++;
        return text[start..position];
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.';

    private void Skip()
    {
        while (position < text.Length)
        {
            if (char.IsWhiteSpace(text[position])) position++;
            else if (text.AsSpan(position).StartsWith("//")) position = text.IndexOf('\n', position) is >= 0 and var end ? end : text.Length;
            else return;
        }
    }
}
