namespace CompileModel.IR;

/// <summary>
/// A float format of 8 or 4 bits: sign, exponent, fraction; rounding is to nearest, ties to even. <see cref="ScaleFormat"/> is the one without sign and fraction.
/// Sources: OCP 8-bit and microscaling formats; https://onnx.ai/onnx/technical/float8.html.
/// </summary>
/// <param name="FractionBits">Bits of the fraction.</param>
/// <param name="Bias">Exponent field of 1.0.</param>
/// <param name="Largest">Code of the largest finite value.</param>
/// <param name="Beyond">Code of what is larger, when it does not saturate.</param>
/// <param name="NaN">Code of NaN.</param>
/// <param name="Sign">The sign bit.</param>
/// <param name="HasNegativeZero">Whether the sign bit alone is -0; else it is NaN.</param>
public sealed record NarrowFloat(int FractionBits, int Bias, int Largest, int Beyond, int NaN, int Sign, bool HasNegativeZero)
{
    /// <summary>The format of a type other than Float8E8M0.</summary>
    public static NarrowFloat Of(ElementType type) => type switch
    {
        ElementType.Float8E4M3FN => new(3, 7, 0x7E, 0x7F, 0x7F, 0x80, true),
        ElementType.Float8E4M3FNUZ => new(3, 8, 0x7F, 0x80, 0x80, 0x80, false),
        ElementType.Float8E5M2 => new(2, 15, 0x7B, 0x7C, 0x7E, 0x80, true),
        ElementType.Float8E5M2FNUZ => new(2, 16, 0x7F, 0x80, 0x80, 0x80, false),
        ElementType.Float4E2M1 => new(1, 1, 7, 7, 8, 8, true),
        _ => throw new Diagnostics.InternalCompilerException($"{type} has no sign and fraction"),
    };

    /// <summary>The value of a code.</summary>
    public static float Decode(ElementType type, byte code) => type == ElementType.Float8E8M0 ? ScaleFormat.Decode(code) : Of(type).Decode(code);

    /// <summary>The code of a number; float32 first, as the standard computes it.</summary>
    public static byte Encode(ElementType type, double value, bool saturate = false, ScaleRounding rounding = ScaleRounding.Up) =>
        type == ElementType.Float8E8M0 ? ScaleFormat.Encode((float)value, saturate, rounding) : Of(type).Encode((float)value, saturate);

    /// <summary>Exponent of the smallest normal value.</summary>
    public int SmallestExponent => 1 - Bias;

    /// <summary>Whether the type has infinities: their code stands between the largest value and NaN.</summary>
    public bool HasInfinity => Beyond < NaN && Beyond > Largest;

    private float Decode(byte code)
    {
        int magnitude = code & (Sign - 1);
        if (code == NaN || (magnitude > Largest && !(HasInfinity && magnitude == Beyond))) return NaN == Sign && HasNegativeZero ? -0f : float.NaN;
        float value = HasInfinity && magnitude == Beyond ? float.PositiveInfinity
            : BitConverter.Int32BitsToSingle(magnitude << (23 - FractionBits)) * MathF.ScaleB(1, 127 - Bias);
        return (code & Sign) != 0 ? -value : value;
    }

    private byte Encode(float value, bool saturate)
    {
        if (float.IsNaN(value)) return (byte)NaN;
        int magnitude = Magnitude(MathF.Abs(value));
        if (magnitude > Largest) magnitude = saturate ? Largest : Beyond;
        bool isNegative = float.IsNegative(value) && (magnitude != 0 || HasNegativeZero);
        return (byte)(isNegative ? magnitude | Sign : magnitude);
    }

    /// <summary>The rounded code without sign, which may be beyond the largest.</summary>
    private int Magnitude(float value)
    {
        if (value < MathF.ScaleB(1, SmallestExponent)) return (int)MathF.Round(MathF.ScaleB(value, FractionBits - SmallestExponent));
        int shift = 23 - FractionBits, bits = BitConverter.SingleToInt32Bits(value) - ((127 - Bias) << 23);
        return (bits + (1 << (shift - 1)) - 1 + ((bits >> shift) & 1)) >> shift;
    }
}
