using System.Runtime.CompilerServices;
using F32x16 = System.Runtime.Intrinsics.Vector512<float>;
using F64x8 = System.Runtime.Intrinsics.Vector512<double>;
using I64x8 = System.Runtime.Intrinsics.Vector512<long>;
using U64x8 = System.Runtime.Intrinsics.Vector512<ulong>;

namespace System.Runtime.Intrinsics.X86;

/// <summary>
/// AVX-512 logic on floats and 64-bit conversions.
/// </summary>
[Intrinsic]
public abstract unsafe class Avx512DQ : Avx512F
{
    public static new bool IsSupported => false;

    public static F32x16 And(F32x16 a, F32x16 b) => And(a, b);
    public static F32x16 AndNot(F32x16 a, F32x16 b) => AndNot(a, b);
    public static F32x16 Or(F32x16 a, F32x16 b) => Or(a, b);
    public static F32x16 Xor(F32x16 a, F32x16 b) => Xor(a, b);
    public static F32x16 Range(F32x16 a, F32x16 b, byte c) => Range(a, b, c);
    public static F32x16 Reduce(F32x16 a, byte b) => Reduce(a, b);
    public static F64x8 And(F64x8 a, F64x8 b) => And(a, b);
    public static F64x8 AndNot(F64x8 a, F64x8 b) => AndNot(a, b);
    public static F64x8 Or(F64x8 a, F64x8 b) => Or(a, b);
    public static F64x8 Xor(F64x8 a, F64x8 b) => Xor(a, b);
    public static F64x8 Range(F64x8 a, F64x8 b, byte c) => Range(a, b, c);
    public static F64x8 Reduce(F64x8 a, byte b) => Reduce(a, b);
    public static I64x8 MultiplyLow(I64x8 a, I64x8 b) => MultiplyLow(a, b);
    public static F64x8 ConvertToVector512Double(I64x8 a) => ConvertToVector512Double(a);
    public static U64x8 MultiplyLow(U64x8 a, U64x8 b) => MultiplyLow(a, b);
    public static F64x8 ConvertToVector512Double(U64x8 a) => ConvertToVector512Double(a);
    public static I64x8 ConvertToVector512Int64WithTruncation(F64x8 a) => ConvertToVector512Int64WithTruncation(a);
}
