using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System.Runtime.Intrinsics;

#pragma warning disable CS0660, CS0661 // there is no Object.Equals here

/// <summary>A vector register of 128 bits holding 128 / (8 * sizeof(T)) lanes of a number type T.</summary>
[Intrinsic]
[StructLayout(LayoutKind.Sequential, Size = 16)]
public readonly struct Vector128<T>
{
#pragma warning disable CS0169 // the lanes, seen by the native compiler only
    private readonly ulong _0;
    private readonly ulong _1;
#pragma warning restore CS0169

    public static Vector128<T> Zero { [Intrinsic] get => Zero; }
    public static Vector128<T> AllBitsSet { [Intrinsic] get => AllBitsSet; }
    public static int Count { [Intrinsic] get => Count; }

    [Intrinsic] public static Vector128<T> operator +(Vector128<T> left, Vector128<T> right) => left + right;
    [Intrinsic] public static Vector128<T> operator -(Vector128<T> left, Vector128<T> right) => left - right;
    [Intrinsic] public static Vector128<T> operator *(Vector128<T> left, Vector128<T> right) => left * right;
    [Intrinsic] public static Vector128<T> operator /(Vector128<T> left, Vector128<T> right) => left / right;
    [Intrinsic] public static Vector128<T> operator &(Vector128<T> left, Vector128<T> right) => left & right;
    [Intrinsic] public static Vector128<T> operator |(Vector128<T> left, Vector128<T> right) => left | right;
    [Intrinsic] public static Vector128<T> operator ^(Vector128<T> left, Vector128<T> right) => left ^ right;
    [Intrinsic] public static bool operator ==(Vector128<T> left, Vector128<T> right) => left == right;
    [Intrinsic] public static bool operator !=(Vector128<T> left, Vector128<T> right) => left != right;
    [Intrinsic] public static Vector128<T> operator *(Vector128<T> left, T right) => left * right;
    [Intrinsic] public static Vector128<T> operator -(Vector128<T> vector) => -vector;
    [Intrinsic] public static Vector128<T> operator ~(Vector128<T> vector) => ~vector;
    [Intrinsic] public static Vector128<T> operator <<(Vector128<T> value, int shiftCount) => value << shiftCount;
    [Intrinsic] public static Vector128<T> operator >>(Vector128<T> value, int shiftCount) => value >> shiftCount;
    [Intrinsic] public static Vector128<T> operator >>>(Vector128<T> value, int shiftCount) => value >>> shiftCount;
}
