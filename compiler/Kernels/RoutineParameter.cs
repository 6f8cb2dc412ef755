using CompileModel.IR;

namespace CompileModel.Kernels;

/// <summary>A parameter of an emitted method.</summary>
/// <param name="Name">its C# name</param>
/// <param name="Pointee">the element type for a pointer, null for an integer (nint)</param>
public sealed record RoutineParameter(string Name, ElementType? Pointee)
{
    /// <summary>A pointer parameter.</summary>
    public static RoutineParameter Pointer(string name, ElementType type = ElementType.Float32) => new(name, type);

    /// <summary>An integer parameter.</summary>
    public static RoutineParameter Integer(string name) => new(name, null);

    /// <summary>The C# declaration.</summary>
    public override string ToString() => Pointee is { } type ? $"{Isas.ScalarIsa.CSharpType(type)}* {Name}" : $"nint {Name}";
}
