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
    };

    /// <summary>Name in the textual IR, for instance <c>f32</c>.</summary>
    public static string ShortName(this ElementType type) => Facts[type].Short;

    /// <summary>Bytes of one element; strings have none.</summary>
    public static int Size(this ElementType type) => Facts[type].Size;

    /// <summary>The C# type of one element in emitted code; bool is a byte that holds 0 or 1.</summary>
    public static string CSharpName(this ElementType type) => Facts[type].CSharp;

    /// <summary>Whether the type is a floating-point type.</summary>
    public static bool IsFloat(this ElementType type) => type is ElementType.Float32 or ElementType.Float64 or ElementType.Float16 or ElementType.BFloat16;

    /// <summary>Whether the type is a signed or unsigned integer; bool is not.</summary>
    public static bool IsInteger(this ElementType type) => !type.IsFloat() && type is not (ElementType.Bool or ElementType.String);

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
