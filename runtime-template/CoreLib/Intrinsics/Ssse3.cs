using System.Runtime.CompilerServices;
using I16x8 = System.Runtime.Intrinsics.Vector128<short>;
using I32x4 = System.Runtime.Intrinsics.Vector128<int>;
using I8x16 = System.Runtime.Intrinsics.Vector128<sbyte>;
using U16x8 = System.Runtime.Intrinsics.Vector128<ushort>;
using U32x4 = System.Runtime.Intrinsics.Vector128<uint>;
using U8x16 = System.Runtime.Intrinsics.Vector128<byte>;

namespace System.Runtime.Intrinsics.X86;

/// <summary>
/// SSSE3: byte shuffles and products of bytes.
/// </summary>
[Intrinsic]
public abstract unsafe class Ssse3 : Sse3
{
    public static new bool IsSupported => false;

    public static I8x16 Shuffle(I8x16 a, I8x16 b) => Shuffle(a, b);
    public static I8x16 AlignRight(I8x16 a, I8x16 b, byte c) => AlignRight(a, b, c);
    public static U8x16 Shuffle(U8x16 a, U8x16 b) => Shuffle(a, b);
    public static U8x16 AlignRight(U8x16 a, U8x16 b, byte c) => AlignRight(a, b, c);
    public static U8x16 Abs(I8x16 a) => Abs(a);
    public static U16x8 Abs(I16x8 a) => Abs(a);
    public static U32x4 Abs(I32x4 a) => Abs(a);
    public static I16x8 MultiplyAddAdjacent(U8x16 a, I8x16 b) => MultiplyAddAdjacent(a, b);
    public static I16x8 MultiplyHighRoundScale(I16x8 a, I16x8 b) => MultiplyHighRoundScale(a, b);
    public static I32x4 HorizontalAdd(I32x4 a, I32x4 b) => HorizontalAdd(a, b);
}
