using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise;

/// <summary>Codes of floats of 8 and 4 bits to float32 and back, and integers of 4 and 2 bits, as one-lane int32 arithmetic; the same as <see cref="NarrowFloat"/>.</summary>
internal static class NarrowStorage
{
    /// <summary>The float32 value of a code that is held as int32.</summary>
    public static Vec Decode(RoutineBuilder b, ElementType type, Vec code) => type == ElementType.Float8E8M0 ? DecodeScale(b, code) : Decode(b, NarrowFloat.Of(type), code);

    /// <summary>The code of a float32 value, as int32.</summary>
    public static Vec Encode(RoutineBuilder b, ElementType type, Vec v, bool saturate, ScaleRounding rounding) =>
        type == ElementType.Float8E8M0 ? EncodeScale(b, v, saturate, rounding) : Encode(b, NarrowFloat.Of(type), v, saturate);

    /// <summary>An integer cut to the low 4 or 2 bits, in the byte that holds them.</summary>
    public static Vec Wrap(RoutineBuilder b, Vec v, ElementType type)
    {
        int unused = 32 - type.Bits();
        var moved = b.ShiftLeft(b.ConvertScalar(v, ElementType.Int32, "wide"), unused, "moved");
        return b.ConvertScalar(b.ShiftRight(moved, unused, arithmetic: type.Carrier() == ElementType.Int8, "wrapped"), type.Carrier(), "narrow");
    }

    private static Vec Decode(RoutineBuilder b, NarrowFloat f, Vec code)
    {
        // The fraction and exponent move up; a multiplication moves the bias and makes small values normal.
        var magnitude = b.Apply(VectorOp.And, code, Number(b, f.Sign - 1), "magnitude");
        var moved = b.Apply(VectorOp.BitsToFloat32, b.ShiftLeft(magnitude, 23 - f.FractionBits, "moved"), "moved");
        var value = b.Mul(moved, b.Constant((float)Math.ScaleB(1, 127 - f.Bias)), "value");
        if (f.HasInfinity) value = b.Select(b.Apply(VectorOp.Equal, magnitude, Number(b, f.Beyond), "isInfinite"), b.Constant(float.PositiveInfinity), value, "value");
        if (f.NaN != f.Sign) value = b.Select(b.Apply(VectorOp.Greater, magnitude, Number(b, f.HasInfinity ? f.Beyond : f.Largest), "isNaN"), b.Constant(float.NaN), value, "value");
        var isNegative = b.Apply(VectorOp.GreaterOrEqual, code, Number(b, f.Sign), "isNegative");
        var result = b.Select(isNegative, b.Apply(VectorOp.Negate, value, "negative"), value, "x");
        return f.HasNegativeZero ? result : b.Select(b.Apply(VectorOp.Equal, code, Number(b, f.NaN), "isNaN"), b.Constant(float.NaN), result, "x");
    }

    private static Vec Encode(RoutineBuilder b, NarrowFloat f, Vec v, bool saturate)
    {
        var a = b.Apply(VectorOp.Abs, v, "a");
        var bits = b.Apply(VectorOp.BitsToInt32, a, "bits");
        int shift = 23 - f.FractionBits;
        // Normal results: round the fraction and move the bias.
        var odd = b.Apply(VectorOp.And, b.ShiftRight(bits, shift, arithmetic: false, "fraction"), Number(b, 1), "odd");
        var normal = b.ShiftRight(b.Add(b.Add(bits, Number(b, (1 << (shift - 1)) - 1 - ((127 - f.Bias) << 23)), "rebased"), odd, "rounded"), shift, arithmetic: true, "normal");
        // Small results: adding a power of two leaves multiples of the smallest value in the low bits.
        float power = (float)Math.ScaleB(1, f.SmallestExponent - f.FractionBits + 23);
        var aligned = b.Apply(VectorOp.BitsToInt32, b.Add(a, b.Constant(power), "aligned"), "aligned");
        var small = b.Sub(aligned, Number(b, BitConverter.SingleToInt32Bits(power)), "small");
        var code = b.Select(b.Apply(VectorOp.Less, a, b.Constant((float)Math.ScaleB(1, f.SmallestExponent)), "isSmall"), small, normal, "code");
        code = b.Select(b.Apply(VectorOp.Greater, code, Number(b, f.Largest), "tooLarge"), Number(b, saturate ? f.Largest : f.Beyond), code, "code");
        var signed = b.Apply(VectorOp.Or, code, Number(b, f.Sign), "signed");
        var isNegative = b.Apply(VectorOp.Less, b.Apply(VectorOp.BitsToInt32, v, "all"), Number(b, 0), "isNegative");
        var result = b.Select(isNegative, signed, code, "code");
        if (!f.HasNegativeZero) result = b.Select(b.Apply(VectorOp.Equal, code, Number(b, 0), "isZero"), code, result, "code");
        return b.Select(b.Apply(VectorOp.Equal, v, v, "number"), result, Number(b, f.NaN), "code");
    }

    private static Vec DecodeScale(RoutineBuilder b, Vec code)
    {
        var field = b.Select(b.Apply(VectorOp.Equal, code, Number(b, 0), "isSmallest"), Number(b, 1 << 22), b.ShiftLeft(code, 23, "field"), "field");
        return b.Select(b.Apply(VectorOp.Equal, code, Number(b, 255), "isNaN"), b.Constant(float.NaN), b.Apply(VectorOp.BitsToFloat32, field, "power"), "x");
    }

    private static Vec EncodeScale(RoutineBuilder b, Vec v, bool saturate, ScaleRounding rounding)
    {
        var bits = b.Apply(VectorOp.And, b.Apply(VectorOp.BitsToInt32, v, "bits"), Number(b, int.MaxValue), "magnitude");
        var field = b.ShiftRight(bits, 23, arithmetic: false, "field");
        if (rounding == ScaleRounding.Down) return field;
        // Added to the fraction, it carries into the exponent where the rounding is up; half of the smallest power is rounded down.
        int carry = rounding == ScaleRounding.Up ? (1 << 23) - 1 : 1 << 22;
        var rounded = b.ShiftRight(b.Add(bits, Number(b, carry), "sum"), 23, arithmetic: false, "rounded");
        if (rounding == ScaleRounding.Nearest) rounded = b.Select(b.Apply(VectorOp.Equal, bits, Number(b, 1 << 22), "isTie"), field, rounded, "rounded");
        if (saturate) rounded = b.Min(rounded, Number(b, 254), "rounded");
        return b.Select(b.Apply(VectorOp.Equal, field, Number(b, 255), "isSpecial"), Number(b, 255), rounded, "code");
    }

    private static Vec Number(RoutineBuilder b, double value) => b.Constant(ElementType.Int32, value);
}
