using System.Globalization;

namespace CompileModel.Kernels.Builder;

/// <summary>An address-sized integer expression of the emitted C# (type nint), folded while it is built.</summary>
public readonly record struct Int
{
    private const int Atom = 0, Product = 1, Sum = 2;
    private readonly string? _text;
    private readonly int _level;
    private readonly long _value;

    /// <summary>A constant.</summary>
    public Int(long value)
    {
        _text = null;
        _value = value;
        _level = value < 0 ? Sum : Atom;
    }

    private Int(string text, int level)
    {
        _text = text;
        _level = level;
    }

    /// <summary>The constant, or null when it is known at run time only.</summary>
    public long? Constant => _text is null ? _value : null;

    /// <summary>A local or parameter by name.</summary>
    public static Int Name(string name) => new(name, Atom);

    /// <summary>A condition-free C# expression that needs parentheses inside a larger one.</summary>
    public static Int Raw(string text) => new(text, Sum + 1);

    public static implicit operator Int(int value) => new(value);
    public static implicit operator Int(long value) => new(value);

    public static Int operator +(Int a, Int b)
    {
        if (a.Constant is { } x && b.Constant is { } y)
            return x + y;
        if (a.Constant == 0)
            return b;
        if (b.Constant == 0)
            return a;
        if (a.Constant is not null)
            return b + a;
        return b.Constant < 0 ? new($"{a.Within(Sum)} - {-b.Constant}", Sum) : new($"{a.Within(Sum)} + {b.Within(Sum)}", Sum);
    }

    public static Int operator -(Int a, Int b)
    {
        if (b.Constant is { } y)
            return a + -y;
        return new($"{a.Within(Sum)} - {b.Within(Product)}", Sum);
    }

    public static Int operator *(Int a, Int b)
    {
        if (a.Constant is { } x && b.Constant is { } y)
            return x * y;
        if (a.Constant is not null)
            return b * a;
        if (b.Constant is { } c)
        {
            if (c is 0 or 1)
                return c == 0 ? b : a;
        }
        return new($"{a.Within(Product)} * {b.Within(Atom)}", Product);
    }

    public static Int operator /(Int a, Int b)
    {
        if (a.Constant is { } x && b.Constant is { } y)
            return x / y;
        return b.Constant == 1 ? a : new Int($"{a.Within(Product)} / {b.Within(Atom)}", Product);
    }

    public static Int operator %(Int a, Int b)
    {
        if (a.Constant is { } x && b.Constant is { } y)
            return x % y;
        return b.Constant == 1 ? 0 : new Int($"{a.Within(Product)} % {b.Within(Atom)}", Product);
    }

    /// <summary>The smaller of two values.</summary>
    public static Int Min(Int a, Int b) => a.Constant is { } x && b.Constant is { } y
        ? Math.Min(x, y)
        : new Int($"({a} < {b} ? {a} : {b})", Atom);

    /// <summary>The larger of two values.</summary>
    public static Int Max(Int a, Int b) => a.Constant is { } x && b.Constant is { } y
        ? Math.Max(x, y)
        : new Int($"({a} > {b} ? {a} : {b})", Atom);

    /// <summary>An index in -extent..extent-1 as one in 0..extent-1; others are not changed into valid ones.</summary>
    public static Int Wrap(Int index, Int extent) => index.Constant is { } x ? x < 0 ? x + extent : x : new($"({index} < 0 ? {index + extent} : {index})", Atom);

    /// <summary>The C# text.</summary>
    public override string ToString() => _text ?? _value.ToString(CultureInfo.InvariantCulture);

    private string Within(int level) => _level <= level ? ToString() : $"({this})";
}
