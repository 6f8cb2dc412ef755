using System.Runtime.CompilerServices;
using I16x8 = System.Runtime.Intrinsics.Vector128<short>;
using I32x4 = System.Runtime.Intrinsics.Vector128<int>;
using I8x16 = System.Runtime.Intrinsics.Vector128<sbyte>;
using U8x16 = System.Runtime.Intrinsics.Vector128<byte>;
using I16x16 = System.Runtime.Intrinsics.Vector256<short>;
using I32x8 = System.Runtime.Intrinsics.Vector256<int>;
using I8x32 = System.Runtime.Intrinsics.Vector256<sbyte>;
using U8x32 = System.Runtime.Intrinsics.Vector256<byte>;

namespace System.Runtime.Intrinsics.X86;

/// <summary>
/// Products of unsigned and signed bytes, four to each 32-bit lane, added (AVX-VNNI).
/// </summary>
[Intrinsic]
public abstract unsafe class AvxVnni : Avx2
{
    public static new bool IsSupported => false;

    public static I32x4 MultiplyWideningAndAdd(I32x4 a, U8x16 b, I8x16 c) => MultiplyWideningAndAdd(a, b, c);
    public static I32x4 MultiplyWideningAndAdd(I32x4 a, I16x8 b, I16x8 c) => MultiplyWideningAndAdd(a, b, c);
    public static I32x4 MultiplyWideningAndAddSaturate(I32x4 a, U8x16 b, I8x16 c) => MultiplyWideningAndAddSaturate(a, b, c);
    public static I32x4 MultiplyWideningAndAddSaturate(I32x4 a, I16x8 b, I16x8 c) => MultiplyWideningAndAddSaturate(a, b, c);
    public static I32x8 MultiplyWideningAndAdd(I32x8 a, U8x32 b, I8x32 c) => MultiplyWideningAndAdd(a, b, c);
    public static I32x8 MultiplyWideningAndAdd(I32x8 a, I16x16 b, I16x16 c) => MultiplyWideningAndAdd(a, b, c);
    public static I32x8 MultiplyWideningAndAddSaturate(I32x8 a, U8x32 b, I8x32 c) => MultiplyWideningAndAddSaturate(a, b, c);
    public static I32x8 MultiplyWideningAndAddSaturate(I32x8 a, I16x16 b, I16x16 c) => MultiplyWideningAndAddSaturate(a, b, c);
}
