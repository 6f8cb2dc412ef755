using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System.Runtime.Intrinsics;

#pragma warning disable CS0660, CS0661 // there is no Object.Equals here

/// <summary>A vector register of 64 bits holding 64 / (8 * sizeof(T)) lanes of a number type T.</summary>
[Intrinsic]
[StructLayout(LayoutKind.Sequential, Size = 8)]
public readonly struct Vector64<T>
{
#pragma warning disable CS0169 // the lanes, seen by the native compiler only
    private readonly ulong _0;
#pragma warning restore CS0169

    public static Vector64<T> Zero { [Intrinsic] get => Zero; }
    public static Vector64<T> AllBitsSet { [Intrinsic] get => AllBitsSet; }
    public static int Count { [Intrinsic] get => Count; }

    [Intrinsic] public static Vector64<T> operator +(Vector64<T> left, Vector64<T> right) => left + right;
    [Intrinsic] public static Vector64<T> operator -(Vector64<T> left, Vector64<T> right) => left - right;
    [Intrinsic] public static Vector64<T> operator *(Vector64<T> left, Vector64<T> right) => left * right;
    [Intrinsic] public static Vector64<T> operator /(Vector64<T> left, Vector64<T> right) => left / right;
    [Intrinsic] public static Vector64<T> operator &(Vector64<T> left, Vector64<T> right) => left & right;
    [Intrinsic] public static Vector64<T> operator |(Vector64<T> left, Vector64<T> right) => left | right;
    [Intrinsic] public static Vector64<T> operator ^(Vector64<T> left, Vector64<T> right) => left ^ right;
    [Intrinsic] public static bool operator ==(Vector64<T> left, Vector64<T> right) => left == right;
    [Intrinsic] public static bool operator !=(Vector64<T> left, Vector64<T> right) => left != right;
    [Intrinsic] public static Vector64<T> operator *(Vector64<T> left, T right) => left * right;
    [Intrinsic] public static Vector64<T> operator -(Vector64<T> vector) => -vector;
    [Intrinsic] public static Vector64<T> operator ~(Vector64<T> vector) => ~vector;
    [Intrinsic] public static Vector64<T> operator <<(Vector64<T> value, int shiftCount) => value << shiftCount;
    [Intrinsic] public static Vector64<T> operator >>(Vector64<T> value, int shiftCount) => value >> shiftCount;
    [Intrinsic] public static Vector64<T> operator >>>(Vector64<T> value, int shiftCount) => value >>> shiftCount;
}
