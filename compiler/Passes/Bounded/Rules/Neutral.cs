using CompileModel.IR;

namespace CompileModel.Passes.Bounded.Rules;

/// <summary>Numbers that do not count beside others.</summary>
internal static class Neutral
{
    /// <summary>Not larger than anything of its type.</summary>
    public static double Lowest(ElementType type) => type.IsFloat() ? double.NegativeInfinity : type switch
    {
        ElementType.Int8 => sbyte.MinValue, ElementType.Int16 => short.MinValue, ElementType.Int32 => int.MinValue, ElementType.Int64 => long.MinValue, _ => 0,
    };

    /// <summary>Not smaller than anything of its type.</summary>
    public static double Highest(ElementType type) => type.IsFloat() ? double.PositiveInfinity : type switch
    {
        ElementType.Int8 => sbyte.MaxValue, ElementType.UInt8 => byte.MaxValue, ElementType.Bool => 1, ElementType.Int32 => int.MaxValue,
        _ => throw new Diagnostics.InternalCompilerException($"no highest number of {type.ShortName()}"),
    };
}
