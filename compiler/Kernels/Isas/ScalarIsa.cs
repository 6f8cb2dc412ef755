using System.Globalization;
using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Isas;

/// <summary>Plain C# on one element: every element type, every processor.</summary>
public sealed class ScalarIsa : Isa
{
    /// <summary>The only instance.</summary>
    public static readonly ScalarIsa Instance = new();

    public override string Name => "scalar";

    public override int VectorBits => 0;

    public override bool Supports(ElementType type) => true;

    public override int Lanes(ElementType type) => 1;

    /// <summary>The C# type an element is stored as.</summary>
    public static string CSharpType(ElementType type) => type switch
    {
        ElementType.Float32 => "float",
        ElementType.Float64 => "double",
        ElementType.Int8 or ElementType.Int4 or ElementType.Int2 => "sbyte",
        ElementType.UInt8 or ElementType.Bool => "byte",
        ElementType.Int16 => "short",
        ElementType.UInt16 or ElementType.Float16 or ElementType.BFloat16 => "ushort",
        ElementType.Int32 => "int",
        ElementType.UInt32 => "uint",
        ElementType.Int64 => "long",
        ElementType.UInt64 => "ulong",
        _ when type.IsNarrowFloat() || type.IsNarrowInteger() => "byte",
        _ => throw new NotSupportedException($"{type} values have no C# type"),
    };

    /// <summary>A C# literal that reads back as the same value.</summary>
    public static string Literal(ElementType type, double value)
    {
        var c = CultureInfo.InvariantCulture;
        return type switch
        {
            ElementType.Float32 when float.IsNaN((float)value) => "float.NaN",
            ElementType.Float32 when float.IsPositiveInfinity((float)value) => "float.PositiveInfinity",
            ElementType.Float32 when float.IsNegativeInfinity((float)value) => "float.NegativeInfinity",
            ElementType.Float32 => ((float)value).ToString("R", c) + "f",
            ElementType.Float64 when double.IsNaN(value) => "double.NaN",
            ElementType.Float64 when double.IsInfinity(value) => value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity",
            ElementType.Float64 => value.ToString("R", c) + "d",
            ElementType.Bool => value != 0 ? "true" : "false",
            ElementType.Int64 when value <= long.MinValue => "long.MinValue",
            ElementType.Int64 when value >= long.MaxValue => "long.MaxValue",
            ElementType.Int64 => ((long)value).ToString(c) + "L",
            ElementType.UInt64 when value >= ulong.MaxValue => "ulong.MaxValue",
            ElementType.UInt64 => ((ulong)value).ToString(c) + "UL",
            ElementType.UInt32 => ((uint)value).ToString(c) + "u",
            ElementType.Int32 => ((int)value).ToString(c),
            _ => $"({CSharpType(type)}){(value < 0 ? $"({((long)value).ToString(c)})" : ((long)value).ToString(c))}",
        };
    }

    public override string Constant(ElementType type, double value) => Literal(type, value);

    public override string Zero(ElementType type) => Literal(type, 0);

    public override string Load(Ptr p) => p.Type == ElementType.Bool ? $"{p.Element} != 0" : p.Element;

    public override string Store(Ptr p, Vec v) => p.Type == ElementType.Bool ? $"{p.Element} = {v} ? (byte)1 : (byte)0" : $"{p.Element} = {v}";

    public override string LoadBroadcast(Ptr p) => Load(p);

    public override string LoadPartial(Ptr p, int count) => Load(p);

    public override IEnumerable<string> StorePartial(Ptr p, Vec v, int count) => [Store(p, v)];

    public override string First(Vec v) => v.Text;

    public override string Unary(VectorOp op, Vec a) => op switch
    {
        VectorOp.Abs when IsFloat(a.Type) => $"{Math(a.Type)}.Abs({a})",
        VectorOp.Abs when IsUnsigned(a.Type) => a.Text,
        VectorOp.Abs => Narrow(a.Type, $"({a} < 0 ? -{a} : {a})"),
        VectorOp.Negate when a.Type == ElementType.UInt64 => $"0UL - {a}",
        VectorOp.Negate => Narrow(a.Type, $"-{a}"),
        VectorOp.Not => a.IsMask ? $"!{a}" : Narrow(a.Type, $"~{a}"),
        VectorOp.Sqrt => $"{Math(a.Type)}.Sqrt({a})",
        VectorOp.Floor => $"{Math(a.Type)}.Floor({a})",
        VectorOp.Ceiling => $"{Math(a.Type)}.Ceiling({a})",
        VectorOp.Round => $"{Math(a.Type)}.Round({a})",
        VectorOp.Truncate => $"{Math(a.Type)}.Truncate({a})",
        VectorOp.ToInt32Nearest => $"(int){Math(a.Type)}.Round({a})",
        VectorOp.ToInt32Truncate => $"(int){a}",
        VectorOp.ToFloat32 => $"(float){a}",
        VectorOp.BitsToInt32 => $"BitConverter.SingleToInt32Bits({a})",
        VectorOp.BitsToFloat32 => $"BitConverter.Int32BitsToSingle({a})",
        VectorOp.BitsToInt64 => $"BitConverter.DoubleToInt64Bits({a})",
        VectorOp.BitsToFloat64 => $"BitConverter.Int64BitsToDouble({a})",
        _ => throw No(op, a),
    };

    public override string Binary(VectorOp op, Vec a, Vec b) => op switch
    {
        VectorOp.Add => Narrow(a.Type, $"{a} + {b}"),
        VectorOp.Subtract => Narrow(a.Type, $"{a} - {b}"),
        VectorOp.Multiply => Narrow(a.Type, $"{a} * {b}"),
        VectorOp.Divide => Narrow(a.Type, $"{a} / {b}"),
        VectorOp.And => Narrow(a.Type, $"{a} & {b}"),
        VectorOp.Or => Narrow(a.Type, $"{a} | {b}"),
        VectorOp.Xor => Narrow(a.Type, $"{a} ^ {b}"),
        VectorOp.Remainder => Narrow(a.Type, $"{a} % {b}"),
        VectorOp.ShiftLeftBy => Narrow(a.Type, $"{a} << (int){b}"),
        VectorOp.ShiftRightBy => Narrow(a.Type, $"{a} >> (int){b}"),
        VectorOp.Less => $"{a} < {b}",
        VectorOp.LessOrEqual => $"{a} <= {b}",
        VectorOp.Greater => $"{a} > {b}",
        VectorOp.GreaterOrEqual => $"{a} >= {b}",
        VectorOp.Equal when a == b && IsFloat(a.Type) => $"!{CSharpType(a.Type)}.IsNaN({a})",
        VectorOp.Equal => $"{a} == {b}",
        VectorOp.Min => IsFloat(a.Type) ? $"{b} < {a} ? {b} : {a}" : $"{a} < {b} ? {a} : {b}",
        VectorOp.Max => IsFloat(a.Type) ? $"{b} > {a} ? {b} : {a}" : $"{a} > {b} ? {a} : {b}",
        _ => throw No(op, a),
    };

    public override string Fma(Vec c, Vec a, Vec b) => IsFloat(c.Type) ? $"{Math(c.Type)}.FusedMultiplyAdd({a}, {b}, {c})" : Narrow(c.Type, $"{c} + {a} * {b}");

    public override string Fnma(Vec c, Vec a, Vec b) => IsFloat(c.Type) ? $"{Math(c.Type)}.FusedMultiplyAdd(-{a}, {b}, {c})" : Narrow(c.Type, $"{c} - {a} * {b}");

    public override string Select(Vec mask, Vec a, Vec b) => $"{mask} ? {a} : {b}";

    public override string ShiftLeft(Vec a, int bits) => Narrow(a.Type, $"{a} << {bits}");

    public override string ShiftRight(Vec a, int bits, bool arithmetic) => Narrow(a.Type, arithmetic ? $"{a} >> {bits}" : $"{a} >>> {bits}");

    public override IReadOnlyList<Func<string, string>> ReductionSwaps(ElementType type) => [];

    /// <summary>A C# conversion; floats go to integers towards zero, booleans are 0 and 1.</summary>
    public static string Convert(Vec a, ElementType type) => (a.Type, type) switch
    {
        _ when a.Type == type => a.Text,
        (ElementType.Bool, _) => $"{a} ? {Literal(type, 1)} : {Literal(type, 0)}",
        (_, ElementType.Bool) => $"{a} != 0",
        _ => $"({CSharpType(type)}){a}",
    };

    private static bool IsFloat(ElementType type) => type is ElementType.Float32 or ElementType.Float64;

    private static bool IsUnsigned(ElementType type) => type is ElementType.UInt8 or ElementType.UInt16 or ElementType.UInt32 or ElementType.UInt64;

    private static string Math(ElementType type) => type == ElementType.Float64 ? "Math" : "MathF";

    // C# computes on types narrower than int as int.
    private static string Narrow(ElementType type, string text)
        => type is ElementType.Int8 or ElementType.UInt8 or ElementType.Int16 or ElementType.UInt16 ? $"({CSharpType(type)})({text})" : text;
}
