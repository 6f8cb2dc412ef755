using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Movement;

/// <summary>What is stored many times: a constant, or an element in memory.</summary>
internal readonly record struct FillValue
{
    private readonly double constant;
    private readonly Ptr? source;

    private FillValue(double constant, Ptr? source) => (this.constant, this.source) = (constant, source);

    /// <summary>A constant.</summary>
    public static FillValue Of(double constant) => new(constant, null);

    /// <summary>An element in memory, of the type that is stored.</summary>
    public static FillValue Of(Ptr source) => new(0, source);

    /// <summary>Whether elements of a type can be stored by whole vectors of 32-bit words.</summary>
    public bool HasWords(ElementType type) => type is ElementType.Float32 || type.IsByte() || (source is null && constant == 0);

    /// <summary>A vector of words that hold nothing else; of the type of the words.</summary>
    public Vec Words(RoutineBuilder b, ElementType stored, ElementType word)
    {
        const int EveryByte = 0x01010101;
        if (source is not { } element)
            return b.Constant(word, stored.IsByte() ? (int)((byte)(int)constant * (uint)EveryByte) : constant, "fill");
        if (!stored.IsByte())
            return b.LoadBroadcast(element, "fill");
        Vec one = default;
        b.UseScalar(() => one = b.Mul(b.ConvertScalar(b.Load(b.Cast("filler", element, ElementType.UInt8), "element"), ElementType.Int32, "element"), b.Constant(ElementType.Int32, EveryByte, "every"), "bytes"));
        return b.Broadcast(one, "fill");
    }

    /// <summary>One element as it is stored, to be used where code is scalar.</summary>
    public Vec Element(RoutineBuilder b, ElementType stored) => source is { } element ? b.Load(element with { Type = Stored(stored) }, "fill") : b.Constant(Stored(stored), Bits(stored, constant), "fill");

    /// <summary>The type that carries the bits of elements.</summary>
    public static ElementType Stored(ElementType type) => type is ElementType.Float16 or ElementType.BFloat16 ? ElementType.UInt16 : type.Carrier();

    private static double Bits(ElementType type, double value) => type switch
    {
        ElementType.Float16 => BitConverter.HalfToUInt16Bits((Half)value),
        ElementType.BFloat16 => BitConverter.SingleToUInt32Bits((float)value) >> 16,
        _ when type.IsNarrowFloat() => NarrowFloat.Encode(type, value),
        _ => value,
    };
}
