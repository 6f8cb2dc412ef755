using CompileModel.IR;

namespace CompileModel.Kernels.Builder;

/// <summary>A value of as many lanes as the current ISA has for its type; one lane with the scalar ISA.
/// A comparison gives a mask: a value whose <see cref="Type"/> is Bool and whose <see cref="Width"/> is the compared type.</summary>
/// <param name="Text">a local's name, or a literal</param>
/// <param name="Type">the element type; Bool for a mask</param>
/// <param name="Width">the element type whose lanes it has (differs from Type for masks only)</param>
public readonly record struct Vec(string Text, ElementType Type, ElementType Width)
{
    /// <summary>An ordinary value.</summary>
    public Vec(string text, ElementType type) : this(text, type, type) { }

    /// <summary>Whether it is the result of a comparison.</summary>
    public bool IsMask => Type == ElementType.Bool;

    /// <summary>The C# text.</summary>
    public override string ToString() => Text;
}
