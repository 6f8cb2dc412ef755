using System.Runtime.CompilerServices;
using I32x2 = System.Runtime.Intrinsics.Vector64<int>;
using I8x8 = System.Runtime.Intrinsics.Vector64<sbyte>;
using U32x2 = System.Runtime.Intrinsics.Vector64<uint>;
using U8x8 = System.Runtime.Intrinsics.Vector64<byte>;
using I32x4 = System.Runtime.Intrinsics.Vector128<int>;
using I8x16 = System.Runtime.Intrinsics.Vector128<sbyte>;
using U32x4 = System.Runtime.Intrinsics.Vector128<uint>;
using U8x16 = System.Runtime.Intrinsics.Vector128<byte>;

namespace System.Runtime.Intrinsics.Arm;

/// <summary>
/// Dot products of bytes (ARMv8.2 DotProd): each 32-bit lane of a gains four products.
/// </summary>
[Intrinsic]
public abstract unsafe class Dp
{
    public static bool IsSupported => false;

    public static I32x2 DotProduct(I32x2 a, I8x8 b, I8x8 c) => DotProduct(a, b, c);
    public static I32x4 DotProduct(I32x4 a, I8x16 b, I8x16 c) => DotProduct(a, b, c);
    public static U32x2 DotProduct(U32x2 a, U8x8 b, U8x8 c) => DotProduct(a, b, c);
    public static U32x4 DotProduct(U32x4 a, U8x16 b, U8x16 c) => DotProduct(a, b, c);
    public static I32x2 DotProductBySelectedQuadruplet(I32x2 a, I8x8 b, I8x8 c, byte d) => DotProductBySelectedQuadruplet(a, b, c, d);
    public static I32x2 DotProductBySelectedQuadruplet(I32x2 a, I8x8 b, I8x16 c, byte d) => DotProductBySelectedQuadruplet(a, b, c, d);
    public static I32x4 DotProductBySelectedQuadruplet(I32x4 a, I8x16 b, I8x8 c, byte d) => DotProductBySelectedQuadruplet(a, b, c, d);
    public static I32x4 DotProductBySelectedQuadruplet(I32x4 a, I8x16 b, I8x16 c, byte d) => DotProductBySelectedQuadruplet(a, b, c, d);
    public static U32x2 DotProductBySelectedQuadruplet(U32x2 a, U8x8 b, U8x8 c, byte d) => DotProductBySelectedQuadruplet(a, b, c, d);
    public static U32x2 DotProductBySelectedQuadruplet(U32x2 a, U8x8 b, U8x16 c, byte d) => DotProductBySelectedQuadruplet(a, b, c, d);
    public static U32x4 DotProductBySelectedQuadruplet(U32x4 a, U8x16 b, U8x8 c, byte d) => DotProductBySelectedQuadruplet(a, b, c, d);
    public static U32x4 DotProductBySelectedQuadruplet(U32x4 a, U8x16 b, U8x16 c, byte d) => DotProductBySelectedQuadruplet(a, b, c, d);
}
