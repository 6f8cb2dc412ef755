using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise;

/// <summary>One-element loads and stores; floats of 16, 8 and 4 bits are storage only and computed as float32, integers of 4 and 2 bits as the byte that holds them.</summary>
public static class FloatStorage
{
    /// <summary>The type that values of an element type are computed in.</summary>
    public static ElementType Computed(ElementType type) => type is ElementType.Float16 or ElementType.BFloat16 || type.IsNarrowFloat() ? ElementType.Float32 : type.Carrier();

    /// <summary>Reads one element (scalar ISA).</summary>
    public static Vec Load(RoutineBuilder b, Ptr p, string name = "x") => p.Type switch
    {
        ElementType.Float16 => Half(b, Bits(b, p)),
        ElementType.BFloat16 => BFloat16(b, Bits(b, p)),
        _ when p.Type.IsNarrowFloat() => NarrowStorage.Decode(b, p.Type, b.ConvertScalar(b.Load(p with { Type = ElementType.UInt8 }, "raw"), ElementType.Int32, "bits")),
        _ => b.Load(p with { Type = p.Type.Carrier() }, name),
    };

    /// <summary>A computed value rounded to what a float type of 16 or fewer bits can hold, or wrapped to 4 or 2 bits; other types as they are (scalar ISA).</summary>
    public static Vec Round(RoutineBuilder b, Vec v, ElementType type) => type switch
    {
        ElementType.Float16 => Half(b, ToHalf(b, v)),
        ElementType.BFloat16 => BFloat16(b, ToBFloat16(b, v)),
        _ when type.IsNarrowInteger() => NarrowStorage.Wrap(b, v, type),
        _ => v,
    };

    /// <summary>Writes one element (scalar ISA), rounded to nearest even for floats of 16 and fewer bits.</summary>
    public static void Store(RoutineBuilder b, Ptr p, Vec v)
    {
        if (p.Type is ElementType.Float16 or ElementType.BFloat16)
        {
            var rounded = p.Type == ElementType.BFloat16 ? ToBFloat16(b, v) : ToHalf(b, v);
            b.Store(p with { Type = ElementType.UInt16 }, b.ConvertScalar(rounded, ElementType.UInt16, "stored"));
        }
        else if (p.Type.IsNarrowFloat())
        {
            b.Store(p with { Type = ElementType.UInt8 }, b.ConvertScalar(NarrowStorage.Encode(b, p.Type, v, false, ScaleRounding.Down), ElementType.UInt8, "stored"));
        }
        else
        {
            b.Store(p with { Type = p.Type.Carrier() }, v);
        }
    }

    private static Vec Bits(RoutineBuilder b, Ptr p) => b.ConvertScalar(b.Load(p with { Type = ElementType.UInt16 }, "raw"), ElementType.Int32, "bits");

    private static Vec Number(RoutineBuilder b, double value) => b.Constant(ElementType.Int32, value);

    // The fraction and exponent move up; a multiplication by 2^112 moves the bias and makes small values normal.
    private static Vec Half(RoutineBuilder b, Vec bits)
    {
        var magnitude = b.Apply(VectorOp.And, bits, Number(b, 0x7FFF), "magnitude");
        var scaled = b.Mul(b.Apply(VectorOp.BitsToFloat32, b.ShiftLeft(magnitude, 13, "moved"), "moved"), b.Constant((float)Math.ScaleB(1, 112)), "scaled");
        var special = b.Apply(VectorOp.Or, b.Apply(VectorOp.BitsToInt32, scaled, "bits"), Number(b, 0x7F800000), "special");
        var isSpecial = b.Apply(VectorOp.GreaterOrEqual, magnitude, Number(b, 0x7C00), "isSpecial");
        var result = b.Select(isSpecial, special, b.Apply(VectorOp.BitsToInt32, scaled, "bits"), "result");
        var sign = b.ShiftLeft(b.Apply(VectorOp.And, bits, Number(b, 0x8000), "sign"), 16, "sign");
        return b.Apply(VectorOp.BitsToFloat32, b.Apply(VectorOp.Or, result, sign, "value"), "x");
    }

    private static Vec BFloat16(RoutineBuilder b, Vec bits) => b.Apply(VectorOp.BitsToFloat32, b.ShiftLeft(bits, 16, "wide"), "x");

    private static Vec ToBFloat16(RoutineBuilder b, Vec v)
    {
        var bits = b.Apply(VectorOp.BitsToInt32, v, "bits");
        var odd = b.Apply(VectorOp.And, b.ShiftRight(bits, 16, arithmetic: false, "high"), Number(b, 1), "odd");
        var rounded = b.ShiftRight(b.Add(bits, b.Add(odd, Number(b, 0x7FFF), "bias"), "sum"), 16, arithmetic: false, "rounded");
        return b.Select(b.Apply(VectorOp.Equal, v, v, "number"), rounded, Number(b, 0x7FC0), "rounded");
    }

    private static Vec ToHalf(RoutineBuilder b, Vec v)
    {
        var bits = b.Apply(VectorOp.BitsToInt32, v, "bits");
        var sign = b.Apply(VectorOp.And, b.ShiftRight(bits, 16, arithmetic: false, "high"), Number(b, 0x8000), "sign");
        var a = b.Apply(VectorOp.Abs, v, "a");
        var magnitude = b.Apply(VectorOp.BitsToInt32, a, "magnitude");
        // Normal results: round the fraction to 10 bits and move the bias.
        var odd = b.Apply(VectorOp.And, b.ShiftRight(magnitude, 13, arithmetic: false, "fraction"), Number(b, 1), "odd");
        var normal = b.ShiftRight(b.Add(b.Add(magnitude, Number(b, 0xFFF - (112 << 23)), "rebased"), odd, "rounded"), 13, arithmetic: false, "normal");
        // Small results: adding 0.5 leaves multiples of 2^-24 in the low bits.
        var small = b.Sub(b.Apply(VectorOp.BitsToInt32, b.Add(a, b.Constant(0.5f), "aligned"), "aligned"), Number(b, 0x3F000000), "small");
        var result = b.Select(b.Apply(VectorOp.Less, a, b.Constant(6.103515625e-05f), "isSmall"), small, normal, "result");
        result = b.Select(b.Apply(VectorOp.GreaterOrEqual, a, b.Constant(65520), "tooLarge"), Number(b, 0x7C00), result, "result");
        result = b.Select(b.Apply(VectorOp.Equal, v, v, "number"), result, Number(b, 0x7E00), "result");
        return b.Apply(VectorOp.Or, result, sign, "half");
    }
}
