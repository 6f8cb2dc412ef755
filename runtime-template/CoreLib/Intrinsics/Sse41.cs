using System.Runtime.CompilerServices;
using F32x4 = System.Runtime.Intrinsics.Vector128<float>;
using F64x2 = System.Runtime.Intrinsics.Vector128<double>;
using I16x8 = System.Runtime.Intrinsics.Vector128<short>;
using I32x4 = System.Runtime.Intrinsics.Vector128<int>;
using I64x2 = System.Runtime.Intrinsics.Vector128<long>;
using I8x16 = System.Runtime.Intrinsics.Vector128<sbyte>;
using U16x8 = System.Runtime.Intrinsics.Vector128<ushort>;
using U32x4 = System.Runtime.Intrinsics.Vector128<uint>;
using U8x16 = System.Runtime.Intrinsics.Vector128<byte>;

namespace System.Runtime.Intrinsics.X86;

/// <summary>
/// SSE4.1: rounding, blends, widening and the missing minima and maxima.
/// </summary>
[Intrinsic]
public abstract unsafe class Sse41 : Ssse3
{
    public static new bool IsSupported => false;

    public static F32x4 RoundToNearestInteger(F32x4 a) => RoundToNearestInteger(a);
    public static F32x4 RoundToNegativeInfinity(F32x4 a) => RoundToNegativeInfinity(a);
    public static F32x4 RoundToPositiveInfinity(F32x4 a) => RoundToPositiveInfinity(a);
    public static F32x4 RoundToZero(F32x4 a) => RoundToZero(a);
    public static F32x4 Floor(F32x4 a) => Floor(a);
    public static F32x4 Ceiling(F32x4 a) => Ceiling(a);
    public static F32x4 BlendVariable(F32x4 a, F32x4 b, F32x4 c) => BlendVariable(a, b, c);
    public static F64x2 BlendVariable(F64x2 a, F64x2 b, F64x2 c) => BlendVariable(a, b, c);
    public static I8x16 BlendVariable(I8x16 a, I8x16 b, I8x16 c) => BlendVariable(a, b, c);
    public static U8x16 BlendVariable(U8x16 a, U8x16 b, U8x16 c) => BlendVariable(a, b, c);
    public static F32x4 Blend(F32x4 a, F32x4 b, byte c) => Blend(a, b, c);
    public static I8x16 Min(I8x16 a, I8x16 b) => Min(a, b);
    public static I8x16 Max(I8x16 a, I8x16 b) => Max(a, b);
    public static U16x8 Min(U16x8 a, U16x8 b) => Min(a, b);
    public static U16x8 Max(U16x8 a, U16x8 b) => Max(a, b);
    public static I32x4 Min(I32x4 a, I32x4 b) => Min(a, b);
    public static I32x4 Max(I32x4 a, I32x4 b) => Max(a, b);
    public static U32x4 Min(U32x4 a, U32x4 b) => Min(a, b);
    public static U32x4 Max(U32x4 a, U32x4 b) => Max(a, b);
    public static U16x8 PackUnsignedSaturate(I32x4 a, I32x4 b) => PackUnsignedSaturate(a, b);
    public static I32x4 MultiplyLow(I32x4 a, I32x4 b) => MultiplyLow(a, b);
    public static U32x4 MultiplyLow(U32x4 a, U32x4 b) => MultiplyLow(a, b);
    public static I64x2 Multiply(I32x4 a, I32x4 b) => Multiply(a, b);
    public static I16x8 ConvertToVector128Int16(I8x16 a) => ConvertToVector128Int16(a);
    public static I16x8 ConvertToVector128Int16(U8x16 a) => ConvertToVector128Int16(a);
    public static I16x8 ConvertToVector128Int16(sbyte* a) => ConvertToVector128Int16(a);
    public static I16x8 ConvertToVector128Int16(byte* a) => ConvertToVector128Int16(a);
    public static I32x4 ConvertToVector128Int32(I8x16 a) => ConvertToVector128Int32(a);
    public static I32x4 ConvertToVector128Int32(U8x16 a) => ConvertToVector128Int32(a);
    public static I32x4 ConvertToVector128Int32(I16x8 a) => ConvertToVector128Int32(a);
    public static I32x4 ConvertToVector128Int32(U16x8 a) => ConvertToVector128Int32(a);
    public static I32x4 ConvertToVector128Int32(sbyte* a) => ConvertToVector128Int32(a);
    public static I32x4 ConvertToVector128Int32(byte* a) => ConvertToVector128Int32(a);
    public static I32x4 ConvertToVector128Int32(short* a) => ConvertToVector128Int32(a);
    public static I32x4 ConvertToVector128Int32(ushort* a) => ConvertToVector128Int32(a);
    public static I64x2 ConvertToVector128Int64(I8x16 a) => ConvertToVector128Int64(a);
    public static I64x2 ConvertToVector128Int64(U8x16 a) => ConvertToVector128Int64(a);
    public static I64x2 ConvertToVector128Int64(I16x8 a) => ConvertToVector128Int64(a);
    public static I64x2 ConvertToVector128Int64(U16x8 a) => ConvertToVector128Int64(a);
    public static I64x2 ConvertToVector128Int64(I32x4 a) => ConvertToVector128Int64(a);
    public static I64x2 ConvertToVector128Int64(U32x4 a) => ConvertToVector128Int64(a);
    public static I64x2 ConvertToVector128Int64(sbyte* a) => ConvertToVector128Int64(a);
    public static I64x2 ConvertToVector128Int64(byte* a) => ConvertToVector128Int64(a);
    public static I64x2 ConvertToVector128Int64(short* a) => ConvertToVector128Int64(a);
    public static I64x2 ConvertToVector128Int64(ushort* a) => ConvertToVector128Int64(a);
    public static I64x2 ConvertToVector128Int64(int* a) => ConvertToVector128Int64(a);
    public static I64x2 ConvertToVector128Int64(uint* a) => ConvertToVector128Int64(a);
    public static byte Extract(U8x16 a, byte b) => Extract(a, b);
    public static int Extract(I32x4 a, byte b) => Extract(a, b);
    public static uint Extract(U32x4 a, byte b) => Extract(a, b);
    public static float Extract(F32x4 a, byte b) => Extract(a, b);
    public static U8x16 Insert(U8x16 a, byte b, byte c) => Insert(a, b, c);
    public static I8x16 Insert(I8x16 a, sbyte b, byte c) => Insert(a, b, c);
    public static I32x4 Insert(I32x4 a, int b, byte c) => Insert(a, b, c);
    public static U32x4 Insert(U32x4 a, uint b, byte c) => Insert(a, b, c);
    public static F32x4 Insert(F32x4 a, F32x4 b, byte c) => Insert(a, b, c);
}
