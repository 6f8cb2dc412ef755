namespace CompileModel.IR;

/// <summary>Facts about element types.</summary>
public static class ElementTypes
{
    private static readonly Dictionary<ElementType, (string Short, int Size, string CSharp)> Facts = new()
    {
        [ElementType.Float32] = ("f32", 4, "float"), [ElementType.Float64] = ("f64", 8, "double"),
        [ElementType.Float16] = ("f16", 2, "Half"), [ElementType.BFloat16] = ("bf16", 2, "ushort"),
        [ElementType.Int8] = ("i8", 1, "sbyte"), [ElementType.Int16] = ("i16", 2, "short"),
        [ElementType.Int32] = ("i32", 4, "int"), [ElementType.Int64] = ("i64", 8, "long"),
        [ElementType.UInt8] = ("u8", 1, "byte"), [ElementType.UInt16] = ("u16", 2, "ushort"),
        [ElementType.UInt32] = ("u32", 4, "uint"), [ElementType.UInt64] = ("u64", 8, "ulong"),
        [ElementType.Bool] = ("bool", 1, "byte"), [ElementType.String] = ("string", 0, "string"),
        [ElementType.Float8E4M3FN] = ("f8e4m3fn", 1, "byte"), [ElementType.Float8E4M3FNUZ] = ("f8e4m3fnuz", 1, "byte"),
        [ElementType.Float8E5M2] = ("f8e5m2", 1, "byte"), [ElementType.Float8E5M2FNUZ] = ("f8e5m2fnuz", 1, "byte"),
        [ElementType.Float8E8M0] = ("f8e8m0", 1, "byte"), [ElementType.Float4E2M1] = ("f4e2m1", 1, "byte"),
        [ElementType.UInt4] = ("u4", 1, "byte"), [ElementType.Int4] = ("i4", 1, "sbyte"),
        [ElementType.UInt2] = ("u2", 1, "byte"), [ElementType.Int2] = ("i2", 1, "sbyte"),
    };

    /// <summary>Name in the textual IR, for instance <c>f32</c>.</summary>
    public static string ShortName(this ElementType type) => Facts[type].Short;

    /// <summary>Bytes of one element; strings have none.</summary>
    public static int Size(this ElementType type) => Facts[type].Size;

    /// <summary>The C# type of one element in emitted code; bool is a byte that holds 0 or 1.</summary>
    public static string CSharpName(this ElementType type) => Facts[type].CSharp;

    /// <summary>Whether the type is a floating-point type that operators compute with; those of 8 and 4 bits are storage only.</summary>
    public static bool IsFloat(this ElementType type) => type is ElementType.Float32 or ElementType.Float64 or ElementType.Float16 or ElementType.BFloat16;

    /// <summary>Whether the type is a signed or unsigned integer that operators compute with; bool and those of 4 and 2 bits are not.</summary>
    public static bool IsInteger(this ElementType type) => type is ElementType.Int8 or ElementType.Int16 or ElementType.Int32 or ElementType.Int64
        or ElementType.UInt8 or ElementType.UInt16 or ElementType.UInt32 or ElementType.UInt64;

    /// <summary>Whether the type is int8 or uint8.</summary>
    public static bool IsByte(this ElementType type) => type is ElementType.Int8 or ElementType.UInt8;

    /// <summary>Whether the type is a float of 8 or 4 bits.</summary>
    public static bool IsNarrowFloat(this ElementType type) => type is ElementType.Float8E4M3FN or ElementType.Float8E4M3FNUZ or ElementType.Float8E5M2
        or ElementType.Float8E5M2FNUZ or ElementType.Float8E8M0 or ElementType.Float4E2M1;

    /// <summary>Whether the type is an integer of 4 or 2 bits.</summary>
    public static bool IsNarrowInteger(this ElementType type) => type is ElementType.UInt4 or ElementType.Int4 or ElementType.UInt2 or ElementType.Int2;

    /// <summary>Bits of one element in ONNX files, where 4- and 2-bit values are packed.</summary>
    public static int Bits(this ElementType type) => type switch
    {
        ElementType.UInt4 or ElementType.Int4 or ElementType.Float4E2M1 => 4,
        ElementType.UInt2 or ElementType.Int2 => 2,
        _ => 8 * type.Size(),
    };

    /// <summary>The ordinary integer type that holds an 8-, 4- or 2-bit value in memory and in .npy files; other types are their own.</summary>
    public static ElementType Carrier(this ElementType type) =>
        type is ElementType.Int4 or ElementType.Int2 ? ElementType.Int8 : type.IsNarrowFloat() || type.IsNarrowInteger() ? ElementType.UInt8 : type;

    /// <summary>Smallest and largest value of an integer type or bool.</summary>
    public static (Int128 Low, Int128 High) Range(this ElementType type)
    {
        int bits = type == ElementType.Bool ? 1 : type.Bits();
        bool isSigned = type is ElementType.Int2 or ElementType.Int4 or ElementType.Int8 or ElementType.Int16 or ElementType.Int32 or ElementType.Int64;
        return isSigned ? (-(Int128.One << (bits - 1)), (Int128.One << (bits - 1)) - 1) : (0, (Int128.One << bits) - 1);
    }

    /// <summary>Not larger than anything of its type, a float operators compute with, an integer or bool.</summary>
    public static double Lowest(this ElementType type) => type.IsFloat() ? double.NegativeInfinity : (double)type.Range().Low;

    /// <summary>Not smaller than anything of its type, a float operators compute with, an integer or bool.</summary>
    public static double Highest(this ElementType type) => type.IsFloat() ? double.PositiveInfinity : (double)type.Range().High;

    /// <summary>Finds a type by its name in the textual IR.</summary>
    public static bool TryParse(string text, out ElementType type)
    {
        foreach (var (key, fact) in Facts)
        {
            type = key;
            if (fact.Short == text) return true;
        }
        type = default;
        return false;
    }
}
