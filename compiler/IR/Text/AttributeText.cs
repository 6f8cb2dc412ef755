using System.Globalization;
using System.Text;

namespace CompileModel.IR.Text;

/// <summary>Attribute values as text: numbers, words, strings in quotes, lists in brackets, expressions in braces, tensors and graphs.</summary>
internal static class AttributeText
{
    public static string Format(object? value, bool full) => value switch
    {
        null => "null",
        bool b => b ? "true" : "false",
        float f => Number(f),
        double d => Number(d),
        int or long => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        string s => Quote(s),
        ElementType t => t.ShortName(),
        Enum e => e.ToString(),
        Ints i => i.ToString(),
        Floats list => "[" + string.Join(',', list.Select(Number)) + "]",
        Shape s => s.ToString(),
        Expression e => FormatExpression(e),
        Tensor t => $"{t.Type} {TensorText.Format(t, full)}",
        Graph g => GraphPrinter.Print(g, full).TrimEnd(),
        Operator o => OperatorText.Format(o, full),
        System.Collections.IEnumerable list => "[" + string.Join(',', list.Cast<object?>().Select(item => Format(item, full))) + "]",
        _ => value.ToString() ?? "null",
    };

    public static object? Parse(Lexer lexer, Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            if (lexer.Accept("null")) return null;
            type = inner;
        }
        if (!type.IsEnum && lexer.Accept("null")) return null;
        if (type == typeof(bool)) return lexer.Accept("true") || (lexer.Accept("false") ? false : throw lexer.Error("expected true or false"));
        if (type == typeof(float)) return (float)lexer.Number();
        if (type == typeof(double)) return lexer.Number();
        if (type == typeof(int)) return (int)lexer.Integer();
        if (type == typeof(long)) return lexer.Integer();
        if (type == typeof(string)) return lexer.QuotedString();
        if (type == typeof(ElementType)) return ElementTypes.TryParse(lexer.Word("an element type"), out var element) ? element : throw lexer.Error("unknown element type");
        if (type.IsEnum) return Enum.TryParse(type, lexer.Word("a word"), out object? value) ? value! : throw lexer.Error($"not a {type.Name}");
        if (type == typeof(Ints)) return new Ints([.. lexer.List(() => (int)lexer.Integer())]);
        if (type == typeof(Floats)) return new Floats([.. lexer.List(() => (float)lexer.Number())]);
        if (type == typeof(Shape)) return new Shape([.. lexer.List(lexer.Dim)]);
        if (type == typeof(Expression)) return ParseExpression(lexer);
        if (type == typeof(Tensor)) return TensorText.Parse(lexer, lexer.TensorType());
        if (type == typeof(Graph)) return GraphParser.Parse(lexer);
        if (typeof(Operator).IsAssignableFrom(type)) return OperatorText.Parse(lexer);
        throw lexer.Error($"attributes of type {type.Name} cannot be read");
    }

    public static string FormatExpression(Expression expression)
    {
        var parts = expression.Steps.Select(s => $"{OperatorText.Format(s.Operator)}({string.Join(',', s.Args)})");
        return "{" + string.Join("; ", parts.Prepend(expression.Operands.ToString(CultureInfo.InvariantCulture))) + "}";
    }

    private static Expression ParseExpression(Lexer lexer)
    {
        lexer.Expect("{");
        int operands = (int)lexer.Integer();
        var steps = new List<Step>();
        while (lexer.Accept(";"))
        {
            var op = OperatorText.Parse(lexer) as ElementwiseOperator ?? throw lexer.Error("an expression holds elementwise operators only");
            steps.Add(new(op, [.. lexer.List(() => (int)lexer.Integer(), "(", ")")]));
        }
        lexer.Expect("}");
        return new(operands, [.. steps]);
    }

    public static string Number(double value) =>
        double.IsNaN(value) ? "nan" : double.IsPositiveInfinity(value) ? "inf" : double.IsNegativeInfinity(value) ? "-inf" : value.ToString("R", CultureInfo.InvariantCulture);

    public static string Number(float value) => float.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : Number((double)value);

    public static string Quote(string text)
    {
        var result = new StringBuilder("\"");
        foreach (char c in text)
        {
            if (c is '"' or '\\') result.Append('\\').Append(c);
            else if (c is >= ' ' and <= '~') result.Append(c);
            else result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }
        return result.Append('"').ToString();
    }
}
