using System.Runtime.CompilerServices;
using F32x4 = System.Runtime.Intrinsics.Vector128<float>;

namespace System.Runtime.Intrinsics.X86;

/// <summary>
/// SSE and what follows from it; each method is one instruction, as in .NET.
/// </summary>
[Intrinsic]
public abstract unsafe class Sse
{
    public static bool IsSupported => false;

    public static F32x4 Add(F32x4 a, F32x4 b) => Add(a, b);
    public static F32x4 Subtract(F32x4 a, F32x4 b) => Subtract(a, b);
    public static F32x4 Multiply(F32x4 a, F32x4 b) => Multiply(a, b);
    public static F32x4 Divide(F32x4 a, F32x4 b) => Divide(a, b);
    public static F32x4 Min(F32x4 a, F32x4 b) => Min(a, b);
    public static F32x4 Max(F32x4 a, F32x4 b) => Max(a, b);
    public static F32x4 Sqrt(F32x4 a) => Sqrt(a);
    public static F32x4 And(F32x4 a, F32x4 b) => And(a, b);
    public static F32x4 AndNot(F32x4 a, F32x4 b) => AndNot(a, b);
    public static F32x4 Or(F32x4 a, F32x4 b) => Or(a, b);
    public static F32x4 Xor(F32x4 a, F32x4 b) => Xor(a, b);
    public static F32x4 CompareEqual(F32x4 a, F32x4 b) => CompareEqual(a, b);
    public static F32x4 CompareLessThan(F32x4 a, F32x4 b) => CompareLessThan(a, b);
    public static F32x4 CompareLessThanOrEqual(F32x4 a, F32x4 b) => CompareLessThanOrEqual(a, b);
    public static F32x4 CompareGreaterThan(F32x4 a, F32x4 b) => CompareGreaterThan(a, b);
    public static F32x4 CompareGreaterThanOrEqual(F32x4 a, F32x4 b) => CompareGreaterThanOrEqual(a, b);
    public static F32x4 CompareNotEqual(F32x4 a, F32x4 b) => CompareNotEqual(a, b);
    public static F32x4 CompareUnordered(F32x4 a, F32x4 b) => CompareUnordered(a, b);
    public static F32x4 UnpackLow(F32x4 a, F32x4 b) => UnpackLow(a, b);
    public static F32x4 UnpackHigh(F32x4 a, F32x4 b) => UnpackHigh(a, b);
    public static F32x4 MoveHighToLow(F32x4 a, F32x4 b) => MoveHighToLow(a, b);
    public static F32x4 MoveLowToHigh(F32x4 a, F32x4 b) => MoveLowToHigh(a, b);
    public static F32x4 AddScalar(F32x4 a, F32x4 b) => AddScalar(a, b);
    public static F32x4 MaxScalar(F32x4 a, F32x4 b) => MaxScalar(a, b);
    public static F32x4 MinScalar(F32x4 a, F32x4 b) => MinScalar(a, b);
    public static F32x4 Shuffle(F32x4 a, F32x4 b, byte c) => Shuffle(a, b, c);
    public static int MoveMask(F32x4 a) => MoveMask(a);
    public static F32x4 LoadVector128(float* a) => LoadVector128(a);
    public static F32x4 LoadScalarVector128(float* a) => LoadScalarVector128(a);
    public static F32x4 LoadLow(F32x4 a, float* b) => LoadLow(a, b);
    public static F32x4 LoadHigh(F32x4 a, float* b) => LoadHigh(a, b);
    public static void Store(float* a, F32x4 b) => Store(a, b);
    public static void StoreScalar(float* a, F32x4 b) => StoreScalar(a, b);
    public static void StoreLow(float* a, F32x4 b) => StoreLow(a, b);
    public static void StoreHigh(float* a, F32x4 b) => StoreHigh(a, b);
    public static F32x4 Reciprocal(F32x4 a) => Reciprocal(a);
    public static F32x4 ReciprocalSqrt(F32x4 a) => ReciprocalSqrt(a);
    public static int ConvertToInt32(F32x4 a) => ConvertToInt32(a);
    public static int ConvertToInt32WithTruncation(F32x4 a) => ConvertToInt32WithTruncation(a);
    public static void Prefetch0(void* a) => Prefetch0(a);
    public static void Prefetch1(void* a) => Prefetch1(a);
    public static void Prefetch2(void* a) => Prefetch2(a);
    public static void PrefetchNonTemporal(void* a) => PrefetchNonTemporal(a);
}
