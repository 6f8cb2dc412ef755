using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Functions;

/// <summary>Arithmetic on the bits of float32 (any ISA) and float64 (scalar) values.</summary>
internal static class FloatFormat
{
    /// <summary>Bits below the exponent.</summary>
    public static int MantissaBits(ElementType type) => type == ElementType.Float64 ? 52 : 23;

    /// <summary>Exponent field of 1.0.</summary>
    public static int Bias(ElementType type) => type == ElementType.Float64 ? 1023 : 127;

    /// <summary>The integer type as wide as a float type.</summary>
    public static ElementType Integer(ElementType type) => type == ElementType.Float64 ? ElementType.Int64 : ElementType.Int32;

    /// <summary>The bits of a float as an integer.</summary>
    public static Vec Bits(RoutineBuilder b, Vec x) => b.Apply(x.Type == ElementType.Float64 ? VectorOp.BitsToInt64 : VectorOp.BitsToInt32, x, "bits");

    /// <summary>The float that has these bits.</summary>
    public static Vec FromBits(RoutineBuilder b, Vec bits, string name = "t") =>
        b.Apply(bits.Type == ElementType.Int64 ? VectorOp.BitsToFloat64 : VectorOp.BitsToFloat32, bits, name);

    /// <summary>An integer-valued float as an integer of the same width.</summary>
    public static Vec ToInteger(RoutineBuilder b, Vec x) =>
        x.Type == ElementType.Float64 ? b.ConvertScalar(x, ElementType.Int64, "i") : b.Apply(VectorOp.ToInt32Nearest, x, "i");

    /// <summary>An integer as a float of the same width.</summary>
    public static Vec ToFloat(RoutineBuilder b, Vec i) =>
        i.Type == ElementType.Int64 ? b.ConvertScalar(i, ElementType.Float64, "n") : b.Apply(VectorOp.ToFloat32, i, "n");

    /// <summary>2^n for integers n from -126 to 127 (-1022 to 1023).</summary>
    public static Vec PowerOfTwo(RoutineBuilder b, Vec n)
    {
        var type = n.Type == ElementType.Int64 ? ElementType.Float64 : ElementType.Float32;
        var biased = b.Add(n, b.Constant(n.Type, Bias(type)), "biased");
        return FromBits(b, b.ShiftLeft(biased, MantissaBits(type), "field"), "scale");
    }

    /// <summary>The magnitude of x with the sign bit of <paramref name="sign"/>; x is not negative.</summary>
    public static Vec WithSignOf(RoutineBuilder b, Vec x, Vec sign)
    {
        var mask = b.Constant(Integer(x.Type), x.Type == ElementType.Float64 ? long.MinValue : int.MinValue, "signBit");
        var bit = b.Apply(VectorOp.And, Bits(b, sign), mask, "sign");
        return FromBits(b, b.Apply(VectorOp.Or, Bits(b, x), bit, "signed"));
    }
}
