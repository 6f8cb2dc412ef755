using System.Runtime.CompilerServices;
using I16x8 = System.Runtime.Intrinsics.Vector128<short>;
using I8x16 = System.Runtime.Intrinsics.Vector128<sbyte>;
using U16x8 = System.Runtime.Intrinsics.Vector128<ushort>;
using U8x16 = System.Runtime.Intrinsics.Vector128<byte>;
using I16x16 = System.Runtime.Intrinsics.Vector256<short>;
using I8x32 = System.Runtime.Intrinsics.Vector256<sbyte>;
using U16x16 = System.Runtime.Intrinsics.Vector256<ushort>;
using U8x32 = System.Runtime.Intrinsics.Vector256<byte>;
using I16x32 = System.Runtime.Intrinsics.Vector512<short>;
using I32x16 = System.Runtime.Intrinsics.Vector512<int>;
using I8x64 = System.Runtime.Intrinsics.Vector512<sbyte>;
using U16x32 = System.Runtime.Intrinsics.Vector512<ushort>;
using U8x64 = System.Runtime.Intrinsics.Vector512<byte>;

namespace System.Runtime.Intrinsics.X86;

/// <summary>
/// AVX-512 on bytes and 16-bit integers.
/// </summary>
[Intrinsic]
public abstract unsafe class Avx512BW : Avx512F
{
    public static new bool IsSupported => false;

    public static I8x64 Add(I8x64 a, I8x64 b) => Add(a, b);
    public static I8x64 Subtract(I8x64 a, I8x64 b) => Subtract(a, b);
    public static I8x64 AddSaturate(I8x64 a, I8x64 b) => AddSaturate(a, b);
    public static I8x64 SubtractSaturate(I8x64 a, I8x64 b) => SubtractSaturate(a, b);
    public static I8x64 Min(I8x64 a, I8x64 b) => Min(a, b);
    public static I8x64 Max(I8x64 a, I8x64 b) => Max(a, b);
    public static I8x64 UnpackLow(I8x64 a, I8x64 b) => UnpackLow(a, b);
    public static I8x64 UnpackHigh(I8x64 a, I8x64 b) => UnpackHigh(a, b);
    public static I8x64 CompareEqual(I8x64 a, I8x64 b) => CompareEqual(a, b);
    public static I8x64 CompareGreaterThan(I8x64 a, I8x64 b) => CompareGreaterThan(a, b);
    public static I8x64 CompareLessThan(I8x64 a, I8x64 b) => CompareLessThan(a, b);
    public static I8x64 BlendVariable(I8x64 a, I8x64 b, I8x64 c) => BlendVariable(a, b, c);
    public static I8x64 MaskLoad(sbyte* a, I8x64 b, I8x64 c) => MaskLoad(a, b, c);
    public static void MaskStore(sbyte* a, I8x64 b, I8x64 c) => MaskStore(a, b, c);
    public static U8x64 Add(U8x64 a, U8x64 b) => Add(a, b);
    public static U8x64 Subtract(U8x64 a, U8x64 b) => Subtract(a, b);
    public static U8x64 AddSaturate(U8x64 a, U8x64 b) => AddSaturate(a, b);
    public static U8x64 SubtractSaturate(U8x64 a, U8x64 b) => SubtractSaturate(a, b);
    public static U8x64 Min(U8x64 a, U8x64 b) => Min(a, b);
    public static U8x64 Max(U8x64 a, U8x64 b) => Max(a, b);
    public static U8x64 UnpackLow(U8x64 a, U8x64 b) => UnpackLow(a, b);
    public static U8x64 UnpackHigh(U8x64 a, U8x64 b) => UnpackHigh(a, b);
    public static U8x64 CompareEqual(U8x64 a, U8x64 b) => CompareEqual(a, b);
    public static U8x64 CompareGreaterThan(U8x64 a, U8x64 b) => CompareGreaterThan(a, b);
    public static U8x64 CompareLessThan(U8x64 a, U8x64 b) => CompareLessThan(a, b);
    public static U8x64 BlendVariable(U8x64 a, U8x64 b, U8x64 c) => BlendVariable(a, b, c);
    public static U8x64 MaskLoad(byte* a, U8x64 b, U8x64 c) => MaskLoad(a, b, c);
    public static void MaskStore(byte* a, U8x64 b, U8x64 c) => MaskStore(a, b, c);
    public static I16x32 Add(I16x32 a, I16x32 b) => Add(a, b);
    public static I16x32 Subtract(I16x32 a, I16x32 b) => Subtract(a, b);
    public static I16x32 AddSaturate(I16x32 a, I16x32 b) => AddSaturate(a, b);
    public static I16x32 SubtractSaturate(I16x32 a, I16x32 b) => SubtractSaturate(a, b);
    public static I16x32 Min(I16x32 a, I16x32 b) => Min(a, b);
    public static I16x32 Max(I16x32 a, I16x32 b) => Max(a, b);
    public static I16x32 UnpackLow(I16x32 a, I16x32 b) => UnpackLow(a, b);
    public static I16x32 UnpackHigh(I16x32 a, I16x32 b) => UnpackHigh(a, b);
    public static I16x32 CompareEqual(I16x32 a, I16x32 b) => CompareEqual(a, b);
    public static I16x32 CompareGreaterThan(I16x32 a, I16x32 b) => CompareGreaterThan(a, b);
    public static I16x32 CompareLessThan(I16x32 a, I16x32 b) => CompareLessThan(a, b);
    public static I16x32 BlendVariable(I16x32 a, I16x32 b, I16x32 c) => BlendVariable(a, b, c);
    public static I16x32 MaskLoad(short* a, I16x32 b, I16x32 c) => MaskLoad(a, b, c);
    public static void MaskStore(short* a, I16x32 b, I16x32 c) => MaskStore(a, b, c);
    public static U16x32 Add(U16x32 a, U16x32 b) => Add(a, b);
    public static U16x32 Subtract(U16x32 a, U16x32 b) => Subtract(a, b);
    public static U16x32 AddSaturate(U16x32 a, U16x32 b) => AddSaturate(a, b);
    public static U16x32 SubtractSaturate(U16x32 a, U16x32 b) => SubtractSaturate(a, b);
    public static U16x32 Min(U16x32 a, U16x32 b) => Min(a, b);
    public static U16x32 Max(U16x32 a, U16x32 b) => Max(a, b);
    public static U16x32 UnpackLow(U16x32 a, U16x32 b) => UnpackLow(a, b);
    public static U16x32 UnpackHigh(U16x32 a, U16x32 b) => UnpackHigh(a, b);
    public static U16x32 CompareEqual(U16x32 a, U16x32 b) => CompareEqual(a, b);
    public static U16x32 CompareGreaterThan(U16x32 a, U16x32 b) => CompareGreaterThan(a, b);
    public static U16x32 CompareLessThan(U16x32 a, U16x32 b) => CompareLessThan(a, b);
    public static U16x32 BlendVariable(U16x32 a, U16x32 b, U16x32 c) => BlendVariable(a, b, c);
    public static U16x32 MaskLoad(ushort* a, U16x32 b, U16x32 c) => MaskLoad(a, b, c);
    public static void MaskStore(ushort* a, U16x32 b, U16x32 c) => MaskStore(a, b, c);
    public static I8x64 Shuffle(I8x64 a, I8x64 b) => Shuffle(a, b);
    public static I8x64 AlignRight(I8x64 a, I8x64 b, byte c) => AlignRight(a, b, c);
    public static U8x64 Shuffle(U8x64 a, U8x64 b) => Shuffle(a, b);
    public static U8x64 AlignRight(U8x64 a, U8x64 b, byte c) => AlignRight(a, b, c);
    public static U8x64 Abs(I8x64 a) => Abs(a);
    public static U16x32 Abs(I16x32 a) => Abs(a);
    public static I16x32 MultiplyLow(I16x32 a, I16x32 b) => MultiplyLow(a, b);
    public static I16x32 MultiplyHigh(I16x32 a, I16x32 b) => MultiplyHigh(a, b);
    public static I16x32 ShiftLeftLogical(I16x32 a, byte b) => ShiftLeftLogical(a, b);
    public static I16x32 ShiftRightLogical(I16x32 a, byte b) => ShiftRightLogical(a, b);
    public static U16x32 MultiplyLow(U16x32 a, U16x32 b) => MultiplyLow(a, b);
    public static U16x32 MultiplyHigh(U16x32 a, U16x32 b) => MultiplyHigh(a, b);
    public static U16x32 ShiftLeftLogical(U16x32 a, byte b) => ShiftLeftLogical(a, b);
    public static U16x32 ShiftRightLogical(U16x32 a, byte b) => ShiftRightLogical(a, b);
    public static I16x32 ShiftRightArithmetic(I16x32 a, byte b) => ShiftRightArithmetic(a, b);
    public static I32x16 MultiplyAddAdjacent(I16x32 a, I16x32 b) => MultiplyAddAdjacent(a, b);
    public static I16x32 MultiplyAddAdjacent(U8x64 a, I8x64 b) => MultiplyAddAdjacent(a, b);
    public static I16x32 MultiplyHighRoundScale(I16x32 a, I16x32 b) => MultiplyHighRoundScale(a, b);
    public static I8x64 PackSignedSaturate(I16x32 a, I16x32 b) => PackSignedSaturate(a, b);
    public static I16x32 PackSignedSaturate(I32x16 a, I32x16 b) => PackSignedSaturate(a, b);
    public static U8x64 PackUnsignedSaturate(I16x32 a, I16x32 b) => PackUnsignedSaturate(a, b);
    public static U16x32 PackUnsignedSaturate(I32x16 a, I32x16 b) => PackUnsignedSaturate(a, b);
    public static I16x32 ConvertToVector512Int16(I8x32 a) => ConvertToVector512Int16(a);
    public static I8x64 BroadcastScalarToVector512(I8x16 a) => BroadcastScalarToVector512(a);
    public static I16x32 ConvertToVector512Int16(U8x32 a) => ConvertToVector512Int16(a);
    public static U8x64 BroadcastScalarToVector512(U8x16 a) => BroadcastScalarToVector512(a);
    public static I8x32 ConvertToVector256SByteWithSaturation(I16x32 a) => ConvertToVector256SByteWithSaturation(a);
    public static U8x32 ConvertToVector256ByteWithSaturation(U16x32 a) => ConvertToVector256ByteWithSaturation(a);
    public static U16x32 SumAbsoluteDifferences(U8x64 a, U8x64 b) => SumAbsoluteDifferences(a, b);

    [Intrinsic]
    public new abstract class VL
    {
        public static bool IsSupported => false;

        public static I8x16 MaskLoad(sbyte* a, I8x16 b, I8x16 c) => MaskLoad(a, b, c);
        public static void MaskStore(sbyte* a, I8x16 b, I8x16 c) => MaskStore(a, b, c);
        public static U8x16 MaskLoad(byte* a, U8x16 b, U8x16 c) => MaskLoad(a, b, c);
        public static void MaskStore(byte* a, U8x16 b, U8x16 c) => MaskStore(a, b, c);
        public static I16x8 MaskLoad(short* a, I16x8 b, I16x8 c) => MaskLoad(a, b, c);
        public static void MaskStore(short* a, I16x8 b, I16x8 c) => MaskStore(a, b, c);
        public static U16x8 MaskLoad(ushort* a, U16x8 b, U16x8 c) => MaskLoad(a, b, c);
        public static void MaskStore(ushort* a, U16x8 b, U16x8 c) => MaskStore(a, b, c);
        public static I8x32 MaskLoad(sbyte* a, I8x32 b, I8x32 c) => MaskLoad(a, b, c);
        public static void MaskStore(sbyte* a, I8x32 b, I8x32 c) => MaskStore(a, b, c);
        public static U8x32 MaskLoad(byte* a, U8x32 b, U8x32 c) => MaskLoad(a, b, c);
        public static void MaskStore(byte* a, U8x32 b, U8x32 c) => MaskStore(a, b, c);
        public static I16x16 MaskLoad(short* a, I16x16 b, I16x16 c) => MaskLoad(a, b, c);
        public static void MaskStore(short* a, I16x16 b, I16x16 c) => MaskStore(a, b, c);
        public static U16x16 MaskLoad(ushort* a, U16x16 b, U16x16 c) => MaskLoad(a, b, c);
        public static void MaskStore(ushort* a, U16x16 b, U16x16 c) => MaskStore(a, b, c);
    }
}
