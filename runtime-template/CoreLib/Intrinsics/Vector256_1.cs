using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System.Runtime.Intrinsics;

#pragma warning disable CS0660, CS0661 // there is no Object.Equals here

/// <summary>A vector register of 256 bits holding 256 / (8 * sizeof(T)) lanes of a number type T.</summary>
[Intrinsic]
[StructLayout(LayoutKind.Sequential, Size = 32)]
public readonly struct Vector256<T>
{
#pragma warning disable CS0169 // the lanes, seen by the native compiler only
    private readonly ulong _0;
    private readonly ulong _1;
    private readonly ulong _2;
    private readonly ulong _3;
#pragma warning restore CS0169

    public static Vector256<T> Zero { [Intrinsic] get => Zero; }
    public static Vector256<T> AllBitsSet { [Intrinsic] get => AllBitsSet; }
    public static int Count { [Intrinsic] get => Count; }

    [Intrinsic] public static Vector256<T> operator +(Vector256<T> left, Vector256<T> right) => left + right;
    [Intrinsic] public static Vector256<T> operator -(Vector256<T> left, Vector256<T> right) => left - right;
    [Intrinsic] public static Vector256<T> operator *(Vector256<T> left, Vector256<T> right) => left * right;
    [Intrinsic] public static Vector256<T> operator /(Vector256<T> left, Vector256<T> right) => left / right;
    [Intrinsic] public static Vector256<T> operator &(Vector256<T> left, Vector256<T> right) => left & right;
    [Intrinsic] public static Vector256<T> operator |(Vector256<T> left, Vector256<T> right) => left | right;
    [Intrinsic] public static Vector256<T> operator ^(Vector256<T> left, Vector256<T> right) => left ^ right;
    [Intrinsic] public static bool operator ==(Vector256<T> left, Vector256<T> right) => left == right;
    [Intrinsic] public static bool operator !=(Vector256<T> left, Vector256<T> right) => left != right;
    [Intrinsic] public static Vector256<T> operator *(Vector256<T> left, T right) => left * right;
    [Intrinsic] public static Vector256<T> operator -(Vector256<T> vector) => -vector;
    [Intrinsic] public static Vector256<T> operator ~(Vector256<T> vector) => ~vector;
    [Intrinsic] public static Vector256<T> operator <<(Vector256<T> value, int shiftCount) => value << shiftCount;
    [Intrinsic] public static Vector256<T> operator >>(Vector256<T> value, int shiftCount) => value >> shiftCount;
    [Intrinsic] public static Vector256<T> operator >>>(Vector256<T> value, int shiftCount) => value >>> shiftCount;
}
