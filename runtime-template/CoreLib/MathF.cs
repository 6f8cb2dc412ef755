using System.Runtime.CompilerServices;

namespace System;

/// <summary>The parts of <c>MathF</c> that are one instruction, and those that come from the C library.</summary>
public static unsafe class MathF
{
    [Intrinsic] public static float Abs(float value) => BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(value) & 0x7fffffff);
    [Intrinsic] public static float Sqrt(float value) => Sqrt(value);
    [Intrinsic] public static float Floor(float value) => Floor(value);
    [Intrinsic] public static float Ceiling(float value) => Ceiling(value);
    [Intrinsic] public static float Truncate(float value) => Truncate(value);
    [Intrinsic] public static float Round(float value) => Round(value);
    [Intrinsic] public static float FusedMultiplyAdd(float x, float y, float z) => FusedMultiplyAdd(x, y, z);

    /// <summary>The larger of two; NaN when either is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(float left, float right) => left > right || float.IsNaN(left) ? left : right;

    /// <summary>The smaller of two; NaN when either is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Min(float left, float right) => left < right || float.IsNaN(left) ? left : right;

    public static float Exp(float value) => LibM.expf(value);
    public static float Log(float value) => LibM.logf(value);
    public static float Pow(float value, float power) => LibM.powf(value, power);
    public static float Sin(float value) => LibM.sinf(value);
    public static float Cos(float value) => LibM.cosf(value);
    public static float Tan(float value) => LibM.tanf(value);
    public static float Tanh(float value) => LibM.tanhf(value);
    public static float Sinh(float value) => LibM.sinhf(value);
    public static float Cosh(float value) => LibM.coshf(value);
    public static float Asin(float value) => LibM.asinf(value);
    public static float Acos(float value) => LibM.acosf(value);
    public static float Atan(float value) => LibM.atanf(value);
    public static float Asinh(float value) => LibM.asinhf(value);
    public static float Acosh(float value) => LibM.acoshf(value);
    public static float Atanh(float value) => LibM.atanhf(value);
}
