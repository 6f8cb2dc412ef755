using System.Runtime.CompilerServices;
using F32x4 = System.Runtime.Intrinsics.Vector128<float>;
using F64x2 = System.Runtime.Intrinsics.Vector128<double>;
using F32x8 = System.Runtime.Intrinsics.Vector256<float>;
using F64x4 = System.Runtime.Intrinsics.Vector256<double>;

namespace System.Runtime.Intrinsics.X86;

/// <summary>
/// FMA3: a * b + c with one rounding.
/// </summary>
[Intrinsic]
public abstract unsafe class Fma : Avx
{
    public static new bool IsSupported => false;

    public static F32x4 MultiplyAdd(F32x4 a, F32x4 b, F32x4 c) => MultiplyAdd(a, b, c);
    public static F32x8 MultiplyAdd(F32x8 a, F32x8 b, F32x8 c) => MultiplyAdd(a, b, c);
    public static F64x2 MultiplyAdd(F64x2 a, F64x2 b, F64x2 c) => MultiplyAdd(a, b, c);
    public static F64x4 MultiplyAdd(F64x4 a, F64x4 b, F64x4 c) => MultiplyAdd(a, b, c);
    public static F32x4 MultiplySubtract(F32x4 a, F32x4 b, F32x4 c) => MultiplySubtract(a, b, c);
    public static F32x8 MultiplySubtract(F32x8 a, F32x8 b, F32x8 c) => MultiplySubtract(a, b, c);
    public static F64x2 MultiplySubtract(F64x2 a, F64x2 b, F64x2 c) => MultiplySubtract(a, b, c);
    public static F64x4 MultiplySubtract(F64x4 a, F64x4 b, F64x4 c) => MultiplySubtract(a, b, c);
    public static F32x4 MultiplyAddNegated(F32x4 a, F32x4 b, F32x4 c) => MultiplyAddNegated(a, b, c);
    public static F32x8 MultiplyAddNegated(F32x8 a, F32x8 b, F32x8 c) => MultiplyAddNegated(a, b, c);
    public static F64x2 MultiplyAddNegated(F64x2 a, F64x2 b, F64x2 c) => MultiplyAddNegated(a, b, c);
    public static F64x4 MultiplyAddNegated(F64x4 a, F64x4 b, F64x4 c) => MultiplyAddNegated(a, b, c);
    public static F32x4 MultiplySubtractNegated(F32x4 a, F32x4 b, F32x4 c) => MultiplySubtractNegated(a, b, c);
    public static F32x8 MultiplySubtractNegated(F32x8 a, F32x8 b, F32x8 c) => MultiplySubtractNegated(a, b, c);
    public static F64x2 MultiplySubtractNegated(F64x2 a, F64x2 b, F64x2 c) => MultiplySubtractNegated(a, b, c);
    public static F64x4 MultiplySubtractNegated(F64x4 a, F64x4 b, F64x4 c) => MultiplySubtractNegated(a, b, c);
    public static F32x4 MultiplyAddScalar(F32x4 a, F32x4 b, F32x4 c) => MultiplyAddScalar(a, b, c);
}
