using System.Runtime.CompilerServices;

namespace System.Runtime.Intrinsics;

/// <summary>Operations on vectors of 256 bits under their .NET names; the native compiler replaces every body.</summary>
public static unsafe class Vector256
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public static bool IsHardwareAccelerated { [Intrinsic] get => IsHardwareAccelerated; }

    [Intrinsic] public static Vector256<T> Create<T>(T value) => Create(value);
    [Intrinsic] public static Vector256<float> Create(float value) => Create(value);
    [Intrinsic] public static Vector256<double> Create(double value) => Create(value);
    [Intrinsic] public static Vector256<sbyte> Create(sbyte value) => Create(value);
    [Intrinsic] public static Vector256<byte> Create(byte value) => Create(value);
    [Intrinsic] public static Vector256<short> Create(short value) => Create(value);
    [Intrinsic] public static Vector256<ushort> Create(ushort value) => Create(value);
    [Intrinsic] public static Vector256<int> Create(int value) => Create(value);
    [Intrinsic] public static Vector256<uint> Create(uint value) => Create(value);
    [Intrinsic] public static Vector256<long> Create(long value) => Create(value);
    [Intrinsic] public static Vector256<ulong> Create(ulong value) => Create(value);
    [Intrinsic] public static Vector256<float> Create(float e0, float e1, float e2, float e3, float e4, float e5, float e6, float e7)
        => Create(e0, e1, e2, e3, e4, e5, e6, e7);
    [Intrinsic] public static Vector256<double> Create(double e0, double e1, double e2, double e3) => Create(e0, e1, e2, e3);
    [Intrinsic] public static Vector256<short> Create(short e0, short e1, short e2, short e3, short e4, short e5, short e6, short e7, short e8, short e9, short e10, short e11, short e12, short e13, short e14, short e15)
        => Create(e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15);
    [Intrinsic] public static Vector256<ushort> Create(ushort e0, ushort e1, ushort e2, ushort e3, ushort e4, ushort e5, ushort e6, ushort e7, ushort e8, ushort e9, ushort e10, ushort e11, ushort e12, ushort e13, ushort e14, ushort e15)
        => Create(e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15);
    [Intrinsic] public static Vector256<int> Create(int e0, int e1, int e2, int e3, int e4, int e5, int e6, int e7)
        => Create(e0, e1, e2, e3, e4, e5, e6, e7);
    [Intrinsic] public static Vector256<uint> Create(uint e0, uint e1, uint e2, uint e3, uint e4, uint e5, uint e6, uint e7)
        => Create(e0, e1, e2, e3, e4, e5, e6, e7);
    [Intrinsic] public static Vector256<long> Create(long e0, long e1, long e2, long e3) => Create(e0, e1, e2, e3);
    [Intrinsic] public static Vector256<ulong> Create(ulong e0, ulong e1, ulong e2, ulong e3) => Create(e0, e1, e2, e3);
    /// <summary>Not an intrinsic of the code generator, which would take the halves for elements.</summary>
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Create<T>(Vector128<T> lower, Vector128<T> upper) => lower.ToVector256Unsafe().WithUpper(upper);
    [Intrinsic] public static Vector256<T> CreateScalar<T>(T value) => CreateScalar(value);
    [Intrinsic] public static Vector256<T> CreateScalarUnsafe<T>(T value) => CreateScalarUnsafe(value);

    [MethodImpl(Inline)] public static Vector256<T> Load<T>(T* source) where T : unmanaged => Unsafe.ReadUnaligned<Vector256<T>>(source);
    [Intrinsic] public static Vector256<T> LoadAligned<T>(T* source) where T : unmanaged => LoadAligned(source);
    [Intrinsic] public static Vector256<T> LoadUnsafe<T>(ref readonly T source) => LoadUnsafe(in source);
    [Intrinsic] public static Vector256<T> LoadUnsafe<T>(ref readonly T source, nuint elementOffset) => LoadUnsafe(in source, elementOffset);
    [MethodImpl(Inline)] public static void Store<T>(this Vector256<T> source, T* destination) where T : unmanaged => Unsafe.WriteUnaligned(destination, source);
    [Intrinsic] public static void StoreAligned<T>(this Vector256<T> source, T* destination) where T : unmanaged => StoreAligned(source, destination);
    [Intrinsic] public static void StoreUnsafe<T>(this Vector256<T> source, ref T destination) => StoreUnsafe(source, ref destination);
    [Intrinsic] public static void StoreUnsafe<T>(this Vector256<T> source, ref T destination, nuint elementOffset) => StoreUnsafe(source, ref destination, elementOffset);

    [MethodImpl(Inline)] public static Vector256<T> Add<T>(Vector256<T> left, Vector256<T> right) => left + right;
    [MethodImpl(Inline)] public static Vector256<T> Subtract<T>(Vector256<T> left, Vector256<T> right) => left - right;
    [MethodImpl(Inline)] public static Vector256<T> Multiply<T>(Vector256<T> left, Vector256<T> right) => left * right;
    [MethodImpl(Inline)] public static Vector256<T> Divide<T>(Vector256<T> left, Vector256<T> right) => left / right;
    [MethodImpl(Inline)] public static Vector256<T> BitwiseAnd<T>(Vector256<T> left, Vector256<T> right) => left & right;
    [MethodImpl(Inline)] public static Vector256<T> BitwiseOr<T>(Vector256<T> left, Vector256<T> right) => left | right;
    [MethodImpl(Inline)] public static Vector256<T> Xor<T>(Vector256<T> left, Vector256<T> right) => left ^ right;
    [Intrinsic] public static Vector256<T> AndNot<T>(Vector256<T> left, Vector256<T> right) => AndNot(left, right);
    [Intrinsic] public static Vector256<T> Min<T>(Vector256<T> left, Vector256<T> right) => Min(left, right);
    [Intrinsic] public static Vector256<T> Max<T>(Vector256<T> left, Vector256<T> right) => Max(left, right);
    [Intrinsic] public static Vector256<T> MinNumber<T>(Vector256<T> left, Vector256<T> right) => MinNumber(left, right);
    [Intrinsic] public static Vector256<T> MaxNumber<T>(Vector256<T> left, Vector256<T> right) => MaxNumber(left, right);
    [Intrinsic] public static Vector256<T> MinNative<T>(Vector256<T> left, Vector256<T> right) => MinNative(left, right);
    [Intrinsic] public static Vector256<T> MaxNative<T>(Vector256<T> left, Vector256<T> right) => MaxNative(left, right);
    [Intrinsic] public static Vector256<T> Equals<T>(Vector256<T> left, Vector256<T> right) => Equals(left, right);
    [Intrinsic] public static Vector256<T> GreaterThan<T>(Vector256<T> left, Vector256<T> right) => GreaterThan(left, right);
    [Intrinsic] public static Vector256<T> GreaterThanOrEqual<T>(Vector256<T> left, Vector256<T> right) => GreaterThanOrEqual(left, right);
    [Intrinsic] public static Vector256<T> LessThan<T>(Vector256<T> left, Vector256<T> right) => LessThan(left, right);
    [Intrinsic] public static Vector256<T> LessThanOrEqual<T>(Vector256<T> left, Vector256<T> right) => LessThanOrEqual(left, right);
    [MethodImpl(Inline)] public static Vector256<T> Multiply<T>(Vector256<T> left, T right) => left * right;
    [MethodImpl(Inline)] public static Vector256<T> Negate<T>(Vector256<T> vector) => -vector;
    [MethodImpl(Inline)] public static Vector256<T> OnesComplement<T>(Vector256<T> vector) => ~vector;
    [Intrinsic] public static Vector256<T> Abs<T>(Vector256<T> vector) => Abs(vector);
    [Intrinsic] public static Vector256<T> Sqrt<T>(Vector256<T> vector) => Sqrt(vector);
    [Intrinsic] public static Vector256<T> ConditionalSelect<T>(Vector256<T> condition, Vector256<T> left, Vector256<T> right) => ConditionalSelect(condition, left, right);
    [Intrinsic] public static Vector256<float> Floor(Vector256<float> vector) => Floor(vector);
    [Intrinsic] public static Vector256<float> Ceiling(Vector256<float> vector) => Ceiling(vector);
    [Intrinsic] public static Vector256<float> Round(Vector256<float> vector) => Round(vector);
    [Intrinsic] public static Vector256<float> Truncate(Vector256<float> vector) => Truncate(vector);
    [Intrinsic] public static Vector256<float> FusedMultiplyAdd(Vector256<float> left, Vector256<float> right, Vector256<float> addend) => FusedMultiplyAdd(left, right, addend);
    [Intrinsic] public static Vector256<float> MultiplyAddEstimate(Vector256<float> left, Vector256<float> right, Vector256<float> addend) => MultiplyAddEstimate(left, right, addend);
    [Intrinsic] public static Vector256<double> Floor(Vector256<double> vector) => Floor(vector);
    [Intrinsic] public static Vector256<double> Ceiling(Vector256<double> vector) => Ceiling(vector);
    [Intrinsic] public static Vector256<double> Round(Vector256<double> vector) => Round(vector);
    [Intrinsic] public static Vector256<double> Truncate(Vector256<double> vector) => Truncate(vector);
    [Intrinsic] public static Vector256<double> FusedMultiplyAdd(Vector256<double> left, Vector256<double> right, Vector256<double> addend) => FusedMultiplyAdd(left, right, addend);
    [Intrinsic] public static Vector256<double> MultiplyAddEstimate(Vector256<double> left, Vector256<double> right, Vector256<double> addend) => MultiplyAddEstimate(left, right, addend);
    [Intrinsic] public static bool EqualsAny<T>(Vector256<T> left, Vector256<T> right) => EqualsAny(left, right);
    [Intrinsic] public static bool GreaterThanAll<T>(Vector256<T> left, Vector256<T> right) => GreaterThanAll(left, right);
    [Intrinsic] public static bool GreaterThanAny<T>(Vector256<T> left, Vector256<T> right) => GreaterThanAny(left, right);
    [Intrinsic] public static bool LessThanAll<T>(Vector256<T> left, Vector256<T> right) => LessThanAll(left, right);
    [Intrinsic] public static bool LessThanAny<T>(Vector256<T> left, Vector256<T> right) => LessThanAny(left, right);
    [MethodImpl(Inline)] public static bool EqualsAll<T>(Vector256<T> left, Vector256<T> right) => left == right;
    [Intrinsic] public static T Sum<T>(Vector256<T> vector) => Sum(vector);
    [Intrinsic] public static T Dot<T>(Vector256<T> left, Vector256<T> right) => Dot(left, right);
    [Intrinsic] public static uint ExtractMostSignificantBits<T>(this Vector256<T> vector) => ExtractMostSignificantBits(vector);

    [Intrinsic] public static T GetElement<T>(this Vector256<T> vector, int index) => GetElement(vector, index);
    [Intrinsic] public static Vector256<T> WithElement<T>(this Vector256<T> vector, int index, T value) => WithElement(vector, index, value);
    [Intrinsic] public static T ToScalar<T>(this Vector256<T> vector) => ToScalar(vector);
    [Intrinsic] public static Vector128<T> GetLower<T>(this Vector256<T> vector) => GetLower(vector);
    [Intrinsic] public static Vector128<T> GetUpper<T>(this Vector256<T> vector) => GetUpper(vector);
    [Intrinsic] public static Vector256<T> WithLower<T>(this Vector256<T> vector, Vector128<T> value) => WithLower(vector, value);
    [Intrinsic] public static Vector256<T> WithUpper<T>(this Vector256<T> vector, Vector128<T> value) => WithUpper(vector, value);
    [Intrinsic] public static Vector512<T> ToVector512<T>(this Vector256<T> vector) => ToVector512(vector);
    [Intrinsic] public static Vector512<T> ToVector512Unsafe<T>(this Vector256<T> vector) => ToVector512Unsafe(vector);

    [Intrinsic] public static Vector256<TTo> As<TFrom, TTo>(this Vector256<TFrom> vector) => As<TFrom, TTo>(vector);
    [Intrinsic] public static Vector256<float> AsSingle<T>(this Vector256<T> vector) => AsSingle(vector);
    [Intrinsic] public static Vector256<double> AsDouble<T>(this Vector256<T> vector) => AsDouble(vector);
    [Intrinsic] public static Vector256<sbyte> AsSByte<T>(this Vector256<T> vector) => AsSByte(vector);
    [Intrinsic] public static Vector256<byte> AsByte<T>(this Vector256<T> vector) => AsByte(vector);
    [Intrinsic] public static Vector256<short> AsInt16<T>(this Vector256<T> vector) => AsInt16(vector);
    [Intrinsic] public static Vector256<ushort> AsUInt16<T>(this Vector256<T> vector) => AsUInt16(vector);
    [Intrinsic] public static Vector256<int> AsInt32<T>(this Vector256<T> vector) => AsInt32(vector);
    [Intrinsic] public static Vector256<uint> AsUInt32<T>(this Vector256<T> vector) => AsUInt32(vector);
    [Intrinsic] public static Vector256<long> AsInt64<T>(this Vector256<T> vector) => AsInt64(vector);
    [Intrinsic] public static Vector256<ulong> AsUInt64<T>(this Vector256<T> vector) => AsUInt64(vector);

    [Intrinsic] public static Vector256<int> ConvertToInt32(Vector256<float> vector) => ConvertToInt32(vector);
    [Intrinsic] public static Vector256<int> ConvertToInt32Native(Vector256<float> vector) => ConvertToInt32Native(vector);
    [Intrinsic] public static Vector256<float> ConvertToSingle(Vector256<int> vector) => ConvertToSingle(vector);
    [Intrinsic] public static Vector256<float> ConvertToSingle(Vector256<uint> vector) => ConvertToSingle(vector);
    [Intrinsic] public static Vector256<double> ConvertToDouble(Vector256<long> vector) => ConvertToDouble(vector);
    [Intrinsic] public static Vector256<short> WidenLower(Vector256<sbyte> source) => WidenLower(source);
    [Intrinsic] public static Vector256<short> WidenUpper(Vector256<sbyte> source) => WidenUpper(source);
    [Intrinsic] public static Vector256<sbyte> Narrow(Vector256<short> lower, Vector256<short> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector256<ushort> WidenLower(Vector256<byte> source) => WidenLower(source);
    [Intrinsic] public static Vector256<ushort> WidenUpper(Vector256<byte> source) => WidenUpper(source);
    [Intrinsic] public static Vector256<byte> Narrow(Vector256<ushort> lower, Vector256<ushort> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector256<int> WidenLower(Vector256<short> source) => WidenLower(source);
    [Intrinsic] public static Vector256<int> WidenUpper(Vector256<short> source) => WidenUpper(source);
    [Intrinsic] public static Vector256<short> Narrow(Vector256<int> lower, Vector256<int> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector256<uint> WidenLower(Vector256<ushort> source) => WidenLower(source);
    [Intrinsic] public static Vector256<uint> WidenUpper(Vector256<ushort> source) => WidenUpper(source);
    [Intrinsic] public static Vector256<ushort> Narrow(Vector256<uint> lower, Vector256<uint> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector256<long> WidenLower(Vector256<int> source) => WidenLower(source);
    [Intrinsic] public static Vector256<long> WidenUpper(Vector256<int> source) => WidenUpper(source);
    [Intrinsic] public static Vector256<int> Narrow(Vector256<long> lower, Vector256<long> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector256<ulong> WidenLower(Vector256<uint> source) => WidenLower(source);
    [Intrinsic] public static Vector256<ulong> WidenUpper(Vector256<uint> source) => WidenUpper(source);
    [Intrinsic] public static Vector256<uint> Narrow(Vector256<ulong> lower, Vector256<ulong> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector256<double> WidenLower(Vector256<float> source) => WidenLower(source);
    [Intrinsic] public static Vector256<double> WidenUpper(Vector256<float> source) => WidenUpper(source);
    [Intrinsic] public static Vector256<float> Narrow(Vector256<double> lower, Vector256<double> upper) => Narrow(lower, upper);
    [MethodImpl(Inline)] public static Vector256<sbyte> ShiftLeft(Vector256<sbyte> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector256<byte> ShiftLeft(Vector256<byte> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector256<short> ShiftLeft(Vector256<short> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector256<ushort> ShiftLeft(Vector256<ushort> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector256<int> ShiftLeft(Vector256<int> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector256<uint> ShiftLeft(Vector256<uint> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector256<long> ShiftLeft(Vector256<long> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector256<ulong> ShiftLeft(Vector256<ulong> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector256<sbyte> ShiftRightLogical(Vector256<sbyte> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector256<byte> ShiftRightLogical(Vector256<byte> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector256<short> ShiftRightLogical(Vector256<short> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector256<ushort> ShiftRightLogical(Vector256<ushort> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector256<int> ShiftRightLogical(Vector256<int> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector256<uint> ShiftRightLogical(Vector256<uint> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector256<long> ShiftRightLogical(Vector256<long> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector256<ulong> ShiftRightLogical(Vector256<ulong> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector256<sbyte> ShiftRightArithmetic(Vector256<sbyte> vector, int shiftCount) => vector >> shiftCount;
    [MethodImpl(Inline)] public static Vector256<short> ShiftRightArithmetic(Vector256<short> vector, int shiftCount) => vector >> shiftCount;
    [MethodImpl(Inline)] public static Vector256<int> ShiftRightArithmetic(Vector256<int> vector, int shiftCount) => vector >> shiftCount;
    [MethodImpl(Inline)] public static Vector256<long> ShiftRightArithmetic(Vector256<long> vector, int shiftCount) => vector >> shiftCount;
    [Intrinsic] public static Vector256<float> Shuffle(Vector256<float> vector, Vector256<int> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector256<double> Shuffle(Vector256<double> vector, Vector256<long> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector256<sbyte> Shuffle(Vector256<sbyte> vector, Vector256<sbyte> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector256<byte> Shuffle(Vector256<byte> vector, Vector256<byte> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector256<short> Shuffle(Vector256<short> vector, Vector256<short> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector256<ushort> Shuffle(Vector256<ushort> vector, Vector256<ushort> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector256<int> Shuffle(Vector256<int> vector, Vector256<int> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector256<uint> Shuffle(Vector256<uint> vector, Vector256<uint> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector256<long> Shuffle(Vector256<long> vector, Vector256<long> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector256<ulong> Shuffle(Vector256<ulong> vector, Vector256<ulong> indices) => Shuffle(vector, indices);
}
