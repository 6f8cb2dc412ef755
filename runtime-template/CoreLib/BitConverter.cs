using System.Runtime.CompilerServices;

namespace System;

/// <summary>Numbers as their bits.</summary>
public static class BitConverter
{
    [Intrinsic] public static int SingleToInt32Bits(float value) => SingleToInt32Bits(value);
    [Intrinsic] public static uint SingleToUInt32Bits(float value) => SingleToUInt32Bits(value);
    [Intrinsic] public static float Int32BitsToSingle(int value) => Int32BitsToSingle(value);
    [Intrinsic] public static float UInt32BitsToSingle(uint value) => UInt32BitsToSingle(value);
    [Intrinsic] public static long DoubleToInt64Bits(double value) => DoubleToInt64Bits(value);
    [Intrinsic] public static ulong DoubleToUInt64Bits(double value) => DoubleToUInt64Bits(value);
    [Intrinsic] public static double Int64BitsToDouble(long value) => Int64BitsToDouble(value);
    [Intrinsic] public static double UInt64BitsToDouble(ulong value) => UInt64BitsToDouble(value);
}
