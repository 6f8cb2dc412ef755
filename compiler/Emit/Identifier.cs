using System.Text;

namespace CompileModel.Emit;

/// <summary>Turns names of the model into C# identifiers and file names.</summary>
public static class Identifier
{
    private static readonly HashSet<string> Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out",
        "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc",
        "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort",
        "using", "virtual", "void", "volatile", "while",
    ];

    /// <summary>Letters, digits and underscores of <paramref name="name"/>; never empty, never a keyword, never starting with a digit.</summary>
    public static string From(string name)
    {
        var text = new StringBuilder();
        foreach (char c in name) text.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        if (text.Length == 0 || char.IsAsciiDigit(text[0])) text.Insert(0, '_');
        string result = text.ToString();
        return Keywords.Contains(result) ? result + "_" : result;
    }

    /// <summary>The identifier with a capital first letter, as types have.</summary>
    public static string TypeName(string name)
    {
        string id = From(name);
        return char.IsAsciiLetterLower(id[0]) ? char.ToUpperInvariant(id[0]) + id[1..] : id;
    }

    /// <summary>Distinct lower-case parameter names for a list of tensor names.</summary>
    public static string[] Parameters(IEnumerable<string> names)
    {
        var used = new HashSet<string>();
        return [.. names.Select(n =>
        {
            string id = From(n), unique = id;
            for (int i = 1; !used.Add(unique); i++) unique = $"{id}_{i}";
            return unique;
        })];
    }

    /// <summary>A C# UTF-8 literal for a name that comes from the model.</summary>
    public static string Utf8(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (char c in text)
            literal.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' or > '~' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        return literal.Append("\"u8").ToString();
    }

    /// <summary>Text that can stand in a one-line comment.</summary>
    public static string Comment(string text) => string.Concat(text.Select(c => c is < ' ' or > '~' ? '?' : c));

    /// <summary>Text that can stand in a documentation comment.</summary>
    public static string Xml(string text) => Comment(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
