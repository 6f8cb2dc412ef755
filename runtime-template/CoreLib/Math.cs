using System.Runtime.CompilerServices;

namespace System;

/// <summary>Integer and double helpers of the ordinary <c>Math</c> class.</summary>
public static class Math
{
    [Intrinsic] public static double Sqrt(double value) => Sqrt(value);
    [Intrinsic] public static double Floor(double value) => Floor(value);
    [Intrinsic] public static double Ceiling(double value) => Ceiling(value);
    [Intrinsic] public static double Round(double value) => Round(value);
    [Intrinsic] public static double Truncate(double value) => Truncate(value);
    [Intrinsic] public static double FusedMultiplyAdd(double x, double y, double z) => FusedMultiplyAdd(x, y, z);

    public static int Min(int left, int right) => left < right ? left : right;
    public static int Max(int left, int right) => left > right ? left : right;
    public static long Min(long left, long right) => left < right ? left : right;
    public static long Max(long left, long right) => left > right ? left : right;
    public static int Abs(int value) => value < 0 ? -value : value;
    public static long Abs(long value) => value < 0 ? -value : value;

    public static float Min(float left, float right) => MathF.Min(left, right);
    public static float Max(float left, float right) => MathF.Max(left, right);
    public static float Abs(float value) => MathF.Abs(value);

    public static double Abs(double value) => BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(value) & 0x7fffffffffffffff);

    public static int Clamp(int value, int min, int max) => Min(Max(value, min), max);
    public static long Clamp(long value, long min, long max) => Min(Max(value, min), max);
    public static float Clamp(float value, float min, float max) => Min(Max(value, min), max);
}
