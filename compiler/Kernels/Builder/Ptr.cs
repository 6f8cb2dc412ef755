using CompileModel.IR;

namespace CompileModel.Kernels.Builder;

/// <summary>A typed pointer expression of the emitted C#: a local plus an offset in elements.</summary>
/// <param name="Name">the local or parameter</param>
/// <param name="Offset">in elements of <paramref name="Type"/></param>
/// <param name="Type">what it points to</param>
public readonly record struct Ptr(string Name, Int Offset, ElementType Type)
{
    /// <summary>The pointer that many elements further.</summary>
    public static Ptr operator +(Ptr p, Int offset) => p with { Offset = p.Offset + offset };

    /// <summary>The C# text.</summary>
    public override string ToString() => Offset.Constant == 0 ? Name
        : Offset.Constant < 0 ? $"{Name} - {-Offset.Constant}" : $"{Name} + {(Offset.Constant is null ? $"({Offset})" : Offset)}";

    /// <summary>The C# text of the element pointed to.</summary>
    public string Element => Offset.Constant == 0 ? $"*{Name}" : $"{Name}[{Offset}]";
}
