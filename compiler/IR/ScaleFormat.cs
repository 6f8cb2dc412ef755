namespace CompileModel.IR;

/// <summary>float8e8m0, the scale of microscaling formats: 2^(code - 127), code 255 is NaN. The sign of what is encoded is lost; 0 becomes the smallest power.</summary>
internal static class ScaleFormat
{
    private const int NaN = 255, LargestField = 254, Fraction = (1 << 23) - 1, Half = 1 << 22;

    /// <summary>The value of a code.</summary>
    public static float Decode(byte code) => code == NaN ? float.NaN : MathF.ScaleB(1, code - 127);

    /// <summary>The code of a number; a rounding beyond the largest power is NaN unless it saturates.</summary>
    public static byte Encode(float value, bool saturate, ScaleRounding rounding)
    {
        int bits = BitConverter.SingleToInt32Bits(value) & int.MaxValue, field = bits >> 23, fraction = bits & Fraction;
        if (field == NaN) return NaN;
        bool up = rounding switch
        {
            ScaleRounding.Up => fraction != 0,
            ScaleRounding.Nearest => fraction > Half || (fraction == Half && field > 0),
            _ => false,
        };
        return (byte)(up && !(saturate && field == LargestField) ? field + 1 : field);
    }
}
