using System.Runtime.CompilerServices;

namespace System.Runtime.Intrinsics;

/// <summary>Operations on vectors of 64 bits under their .NET names; the native compiler replaces every body.</summary>
public static unsafe class Vector64
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public static bool IsHardwareAccelerated { [Intrinsic] get => IsHardwareAccelerated; }

    [Intrinsic] public static Vector64<T> Create<T>(T value) => Create(value);
    [Intrinsic] public static Vector64<float> Create(float value) => Create(value);
    [Intrinsic] public static Vector64<double> Create(double value) => Create(value);
    [Intrinsic] public static Vector64<sbyte> Create(sbyte value) => Create(value);
    [Intrinsic] public static Vector64<byte> Create(byte value) => Create(value);
    [Intrinsic] public static Vector64<short> Create(short value) => Create(value);
    [Intrinsic] public static Vector64<ushort> Create(ushort value) => Create(value);
    [Intrinsic] public static Vector64<int> Create(int value) => Create(value);
    [Intrinsic] public static Vector64<uint> Create(uint value) => Create(value);
    [Intrinsic] public static Vector64<long> Create(long value) => Create(value);
    [Intrinsic] public static Vector64<ulong> Create(ulong value) => Create(value);
    [Intrinsic] public static Vector64<float> Create(float e0, float e1) => Create(e0, e1);
    [Intrinsic] public static Vector64<sbyte> Create(sbyte e0, sbyte e1, sbyte e2, sbyte e3, sbyte e4, sbyte e5, sbyte e6, sbyte e7)
        => Create(e0, e1, e2, e3, e4, e5, e6, e7);
    [Intrinsic] public static Vector64<byte> Create(byte e0, byte e1, byte e2, byte e3, byte e4, byte e5, byte e6, byte e7)
        => Create(e0, e1, e2, e3, e4, e5, e6, e7);
    [Intrinsic] public static Vector64<short> Create(short e0, short e1, short e2, short e3) => Create(e0, e1, e2, e3);
    [Intrinsic] public static Vector64<ushort> Create(ushort e0, ushort e1, ushort e2, ushort e3) => Create(e0, e1, e2, e3);
    [Intrinsic] public static Vector64<int> Create(int e0, int e1) => Create(e0, e1);
    [Intrinsic] public static Vector64<uint> Create(uint e0, uint e1) => Create(e0, e1);
    [Intrinsic] public static Vector64<T> CreateScalar<T>(T value) => CreateScalar(value);
    [Intrinsic] public static Vector64<T> CreateScalarUnsafe<T>(T value) => CreateScalarUnsafe(value);

    [MethodImpl(Inline)] public static Vector64<T> Load<T>(T* source) where T : unmanaged => Unsafe.ReadUnaligned<Vector64<T>>(source);
    [Intrinsic] public static Vector64<T> LoadAligned<T>(T* source) where T : unmanaged => LoadAligned(source);
    [Intrinsic] public static Vector64<T> LoadUnsafe<T>(ref readonly T source) => LoadUnsafe(in source);
    [Intrinsic] public static Vector64<T> LoadUnsafe<T>(ref readonly T source, nuint elementOffset) => LoadUnsafe(in source, elementOffset);
    [MethodImpl(Inline)] public static void Store<T>(this Vector64<T> source, T* destination) where T : unmanaged => Unsafe.WriteUnaligned(destination, source);
    [Intrinsic] public static void StoreAligned<T>(this Vector64<T> source, T* destination) where T : unmanaged => StoreAligned(source, destination);
    [Intrinsic] public static void StoreUnsafe<T>(this Vector64<T> source, ref T destination) => StoreUnsafe(source, ref destination);
    [Intrinsic] public static void StoreUnsafe<T>(this Vector64<T> source, ref T destination, nuint elementOffset) => StoreUnsafe(source, ref destination, elementOffset);

    [MethodImpl(Inline)] public static Vector64<T> Add<T>(Vector64<T> left, Vector64<T> right) => left + right;
    [MethodImpl(Inline)] public static Vector64<T> Subtract<T>(Vector64<T> left, Vector64<T> right) => left - right;
    [MethodImpl(Inline)] public static Vector64<T> Multiply<T>(Vector64<T> left, Vector64<T> right) => left * right;
    [MethodImpl(Inline)] public static Vector64<T> Divide<T>(Vector64<T> left, Vector64<T> right) => left / right;
    [MethodImpl(Inline)] public static Vector64<T> BitwiseAnd<T>(Vector64<T> left, Vector64<T> right) => left & right;
    [MethodImpl(Inline)] public static Vector64<T> BitwiseOr<T>(Vector64<T> left, Vector64<T> right) => left | right;
    [MethodImpl(Inline)] public static Vector64<T> Xor<T>(Vector64<T> left, Vector64<T> right) => left ^ right;
    [Intrinsic] public static Vector64<T> AndNot<T>(Vector64<T> left, Vector64<T> right) => AndNot(left, right);
    [Intrinsic] public static Vector64<T> Min<T>(Vector64<T> left, Vector64<T> right) => Min(left, right);
    [Intrinsic] public static Vector64<T> Max<T>(Vector64<T> left, Vector64<T> right) => Max(left, right);
    [Intrinsic] public static Vector64<T> MinNumber<T>(Vector64<T> left, Vector64<T> right) => MinNumber(left, right);
    [Intrinsic] public static Vector64<T> MaxNumber<T>(Vector64<T> left, Vector64<T> right) => MaxNumber(left, right);
    [Intrinsic] public static Vector64<T> MinNative<T>(Vector64<T> left, Vector64<T> right) => MinNative(left, right);
    [Intrinsic] public static Vector64<T> MaxNative<T>(Vector64<T> left, Vector64<T> right) => MaxNative(left, right);
    [Intrinsic] public static Vector64<T> Equals<T>(Vector64<T> left, Vector64<T> right) => Equals(left, right);
    [Intrinsic] public static Vector64<T> GreaterThan<T>(Vector64<T> left, Vector64<T> right) => GreaterThan(left, right);
    [Intrinsic] public static Vector64<T> GreaterThanOrEqual<T>(Vector64<T> left, Vector64<T> right) => GreaterThanOrEqual(left, right);
    [Intrinsic] public static Vector64<T> LessThan<T>(Vector64<T> left, Vector64<T> right) => LessThan(left, right);
    [Intrinsic] public static Vector64<T> LessThanOrEqual<T>(Vector64<T> left, Vector64<T> right) => LessThanOrEqual(left, right);
    [MethodImpl(Inline)] public static Vector64<T> Multiply<T>(Vector64<T> left, T right) => left * right;
    [MethodImpl(Inline)] public static Vector64<T> Negate<T>(Vector64<T> vector) => -vector;
    [MethodImpl(Inline)] public static Vector64<T> OnesComplement<T>(Vector64<T> vector) => ~vector;
    [Intrinsic] public static Vector64<T> Abs<T>(Vector64<T> vector) => Abs(vector);
    [Intrinsic] public static Vector64<T> Sqrt<T>(Vector64<T> vector) => Sqrt(vector);
    [Intrinsic] public static Vector64<T> ConditionalSelect<T>(Vector64<T> condition, Vector64<T> left, Vector64<T> right) => ConditionalSelect(condition, left, right);
    [Intrinsic] public static Vector64<float> Floor(Vector64<float> vector) => Floor(vector);
    [Intrinsic] public static Vector64<float> Ceiling(Vector64<float> vector) => Ceiling(vector);
    [Intrinsic] public static Vector64<float> Round(Vector64<float> vector) => Round(vector);
    [Intrinsic] public static Vector64<float> Truncate(Vector64<float> vector) => Truncate(vector);
    [Intrinsic] public static Vector64<float> FusedMultiplyAdd(Vector64<float> left, Vector64<float> right, Vector64<float> addend) => FusedMultiplyAdd(left, right, addend);
    [Intrinsic] public static Vector64<float> MultiplyAddEstimate(Vector64<float> left, Vector64<float> right, Vector64<float> addend) => MultiplyAddEstimate(left, right, addend);
    [Intrinsic] public static Vector64<double> Floor(Vector64<double> vector) => Floor(vector);
    [Intrinsic] public static Vector64<double> Ceiling(Vector64<double> vector) => Ceiling(vector);
    [Intrinsic] public static Vector64<double> Round(Vector64<double> vector) => Round(vector);
    [Intrinsic] public static Vector64<double> Truncate(Vector64<double> vector) => Truncate(vector);
    [Intrinsic] public static Vector64<double> FusedMultiplyAdd(Vector64<double> left, Vector64<double> right, Vector64<double> addend) => FusedMultiplyAdd(left, right, addend);
    [Intrinsic] public static Vector64<double> MultiplyAddEstimate(Vector64<double> left, Vector64<double> right, Vector64<double> addend) => MultiplyAddEstimate(left, right, addend);
    [Intrinsic] public static bool EqualsAny<T>(Vector64<T> left, Vector64<T> right) => EqualsAny(left, right);
    [Intrinsic] public static bool GreaterThanAll<T>(Vector64<T> left, Vector64<T> right) => GreaterThanAll(left, right);
    [Intrinsic] public static bool GreaterThanAny<T>(Vector64<T> left, Vector64<T> right) => GreaterThanAny(left, right);
    [Intrinsic] public static bool LessThanAll<T>(Vector64<T> left, Vector64<T> right) => LessThanAll(left, right);
    [Intrinsic] public static bool LessThanAny<T>(Vector64<T> left, Vector64<T> right) => LessThanAny(left, right);
    [MethodImpl(Inline)] public static bool EqualsAll<T>(Vector64<T> left, Vector64<T> right) => left == right;
    [Intrinsic] public static T Sum<T>(Vector64<T> vector) => Sum(vector);
    [Intrinsic] public static T Dot<T>(Vector64<T> left, Vector64<T> right) => Dot(left, right);
    [Intrinsic] public static uint ExtractMostSignificantBits<T>(this Vector64<T> vector) => ExtractMostSignificantBits(vector);

    [Intrinsic] public static T GetElement<T>(this Vector64<T> vector, int index) => GetElement(vector, index);
    [Intrinsic] public static Vector64<T> WithElement<T>(this Vector64<T> vector, int index, T value) => WithElement(vector, index, value);
    [Intrinsic] public static T ToScalar<T>(this Vector64<T> vector) => ToScalar(vector);
    [Intrinsic] public static Vector128<T> ToVector128<T>(this Vector64<T> vector) => ToVector128(vector);
    [Intrinsic] public static Vector128<T> ToVector128Unsafe<T>(this Vector64<T> vector) => ToVector128Unsafe(vector);

    [Intrinsic] public static Vector64<TTo> As<TFrom, TTo>(this Vector64<TFrom> vector) => As<TFrom, TTo>(vector);
    [Intrinsic] public static Vector64<float> AsSingle<T>(this Vector64<T> vector) => AsSingle(vector);
    [Intrinsic] public static Vector64<double> AsDouble<T>(this Vector64<T> vector) => AsDouble(vector);
    [Intrinsic] public static Vector64<sbyte> AsSByte<T>(this Vector64<T> vector) => AsSByte(vector);
    [Intrinsic] public static Vector64<byte> AsByte<T>(this Vector64<T> vector) => AsByte(vector);
    [Intrinsic] public static Vector64<short> AsInt16<T>(this Vector64<T> vector) => AsInt16(vector);
    [Intrinsic] public static Vector64<ushort> AsUInt16<T>(this Vector64<T> vector) => AsUInt16(vector);
    [Intrinsic] public static Vector64<int> AsInt32<T>(this Vector64<T> vector) => AsInt32(vector);
    [Intrinsic] public static Vector64<uint> AsUInt32<T>(this Vector64<T> vector) => AsUInt32(vector);
    [Intrinsic] public static Vector64<long> AsInt64<T>(this Vector64<T> vector) => AsInt64(vector);
    [Intrinsic] public static Vector64<ulong> AsUInt64<T>(this Vector64<T> vector) => AsUInt64(vector);

    [Intrinsic] public static Vector64<int> ConvertToInt32(Vector64<float> vector) => ConvertToInt32(vector);
    [Intrinsic] public static Vector64<int> ConvertToInt32Native(Vector64<float> vector) => ConvertToInt32Native(vector);
    [Intrinsic] public static Vector64<float> ConvertToSingle(Vector64<int> vector) => ConvertToSingle(vector);
    [Intrinsic] public static Vector64<float> ConvertToSingle(Vector64<uint> vector) => ConvertToSingle(vector);
    [Intrinsic] public static Vector64<double> ConvertToDouble(Vector64<long> vector) => ConvertToDouble(vector);
    [Intrinsic] public static Vector64<short> WidenLower(Vector64<sbyte> source) => WidenLower(source);
    [Intrinsic] public static Vector64<short> WidenUpper(Vector64<sbyte> source) => WidenUpper(source);
    [Intrinsic] public static Vector64<sbyte> Narrow(Vector64<short> lower, Vector64<short> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector64<ushort> WidenLower(Vector64<byte> source) => WidenLower(source);
    [Intrinsic] public static Vector64<ushort> WidenUpper(Vector64<byte> source) => WidenUpper(source);
    [Intrinsic] public static Vector64<byte> Narrow(Vector64<ushort> lower, Vector64<ushort> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector64<int> WidenLower(Vector64<short> source) => WidenLower(source);
    [Intrinsic] public static Vector64<int> WidenUpper(Vector64<short> source) => WidenUpper(source);
    [Intrinsic] public static Vector64<short> Narrow(Vector64<int> lower, Vector64<int> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector64<uint> WidenLower(Vector64<ushort> source) => WidenLower(source);
    [Intrinsic] public static Vector64<uint> WidenUpper(Vector64<ushort> source) => WidenUpper(source);
    [Intrinsic] public static Vector64<ushort> Narrow(Vector64<uint> lower, Vector64<uint> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector64<long> WidenLower(Vector64<int> source) => WidenLower(source);
    [Intrinsic] public static Vector64<long> WidenUpper(Vector64<int> source) => WidenUpper(source);
    [Intrinsic] public static Vector64<int> Narrow(Vector64<long> lower, Vector64<long> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector64<ulong> WidenLower(Vector64<uint> source) => WidenLower(source);
    [Intrinsic] public static Vector64<ulong> WidenUpper(Vector64<uint> source) => WidenUpper(source);
    [Intrinsic] public static Vector64<uint> Narrow(Vector64<ulong> lower, Vector64<ulong> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector64<double> WidenLower(Vector64<float> source) => WidenLower(source);
    [Intrinsic] public static Vector64<double> WidenUpper(Vector64<float> source) => WidenUpper(source);
    [Intrinsic] public static Vector64<float> Narrow(Vector64<double> lower, Vector64<double> upper) => Narrow(lower, upper);
    [MethodImpl(Inline)] public static Vector64<sbyte> ShiftLeft(Vector64<sbyte> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector64<byte> ShiftLeft(Vector64<byte> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector64<short> ShiftLeft(Vector64<short> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector64<ushort> ShiftLeft(Vector64<ushort> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector64<int> ShiftLeft(Vector64<int> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector64<uint> ShiftLeft(Vector64<uint> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector64<long> ShiftLeft(Vector64<long> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector64<ulong> ShiftLeft(Vector64<ulong> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector64<sbyte> ShiftRightLogical(Vector64<sbyte> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector64<byte> ShiftRightLogical(Vector64<byte> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector64<short> ShiftRightLogical(Vector64<short> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector64<ushort> ShiftRightLogical(Vector64<ushort> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector64<int> ShiftRightLogical(Vector64<int> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector64<uint> ShiftRightLogical(Vector64<uint> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector64<long> ShiftRightLogical(Vector64<long> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector64<ulong> ShiftRightLogical(Vector64<ulong> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector64<sbyte> ShiftRightArithmetic(Vector64<sbyte> vector, int shiftCount) => vector >> shiftCount;
    [MethodImpl(Inline)] public static Vector64<short> ShiftRightArithmetic(Vector64<short> vector, int shiftCount) => vector >> shiftCount;
    [MethodImpl(Inline)] public static Vector64<int> ShiftRightArithmetic(Vector64<int> vector, int shiftCount) => vector >> shiftCount;
    [MethodImpl(Inline)] public static Vector64<long> ShiftRightArithmetic(Vector64<long> vector, int shiftCount) => vector >> shiftCount;
    [Intrinsic] public static Vector64<float> Shuffle(Vector64<float> vector, Vector64<int> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector64<sbyte> Shuffle(Vector64<sbyte> vector, Vector64<sbyte> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector64<byte> Shuffle(Vector64<byte> vector, Vector64<byte> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector64<short> Shuffle(Vector64<short> vector, Vector64<short> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector64<ushort> Shuffle(Vector64<ushort> vector, Vector64<ushort> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector64<int> Shuffle(Vector64<int> vector, Vector64<int> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector64<uint> Shuffle(Vector64<uint> vector, Vector64<uint> indices) => Shuffle(vector, indices);
}
