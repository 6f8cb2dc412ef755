using System.Runtime.CompilerServices;

namespace System.Runtime.Intrinsics;

/// <summary>Operations on vectors of 128 bits under their .NET names; the native compiler replaces every body.</summary>
public static unsafe class Vector128
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public static bool IsHardwareAccelerated { [Intrinsic] get => IsHardwareAccelerated; }

    [Intrinsic] public static Vector128<T> Create<T>(T value) => Create(value);
    [Intrinsic] public static Vector128<float> Create(float value) => Create(value);
    [Intrinsic] public static Vector128<double> Create(double value) => Create(value);
    [Intrinsic] public static Vector128<sbyte> Create(sbyte value) => Create(value);
    [Intrinsic] public static Vector128<byte> Create(byte value) => Create(value);
    [Intrinsic] public static Vector128<short> Create(short value) => Create(value);
    [Intrinsic] public static Vector128<ushort> Create(ushort value) => Create(value);
    [Intrinsic] public static Vector128<int> Create(int value) => Create(value);
    [Intrinsic] public static Vector128<uint> Create(uint value) => Create(value);
    [Intrinsic] public static Vector128<long> Create(long value) => Create(value);
    [Intrinsic] public static Vector128<ulong> Create(ulong value) => Create(value);
    [Intrinsic] public static Vector128<float> Create(float e0, float e1, float e2, float e3) => Create(e0, e1, e2, e3);
    [Intrinsic] public static Vector128<double> Create(double e0, double e1) => Create(e0, e1);
    [Intrinsic] public static Vector128<sbyte> Create(sbyte e0, sbyte e1, sbyte e2, sbyte e3, sbyte e4, sbyte e5, sbyte e6, sbyte e7, sbyte e8, sbyte e9, sbyte e10, sbyte e11, sbyte e12, sbyte e13, sbyte e14, sbyte e15)
        => Create(e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15);
    [Intrinsic] public static Vector128<byte> Create(byte e0, byte e1, byte e2, byte e3, byte e4, byte e5, byte e6, byte e7, byte e8, byte e9, byte e10, byte e11, byte e12, byte e13, byte e14, byte e15)
        => Create(e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15);
    [Intrinsic] public static Vector128<short> Create(short e0, short e1, short e2, short e3, short e4, short e5, short e6, short e7)
        => Create(e0, e1, e2, e3, e4, e5, e6, e7);
    [Intrinsic] public static Vector128<ushort> Create(ushort e0, ushort e1, ushort e2, ushort e3, ushort e4, ushort e5, ushort e6, ushort e7)
        => Create(e0, e1, e2, e3, e4, e5, e6, e7);
    [Intrinsic] public static Vector128<int> Create(int e0, int e1, int e2, int e3) => Create(e0, e1, e2, e3);
    [Intrinsic] public static Vector128<uint> Create(uint e0, uint e1, uint e2, uint e3) => Create(e0, e1, e2, e3);
    [Intrinsic] public static Vector128<long> Create(long e0, long e1) => Create(e0, e1);
    [Intrinsic] public static Vector128<ulong> Create(ulong e0, ulong e1) => Create(e0, e1);
    /// <summary>Not an intrinsic of the code generator, which would take the halves for elements.</summary>
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Create<T>(Vector64<T> lower, Vector64<T> upper) => lower.ToVector128Unsafe().WithUpper(upper);
    [Intrinsic] public static Vector128<T> CreateScalar<T>(T value) => CreateScalar(value);
    [Intrinsic] public static Vector128<T> CreateScalarUnsafe<T>(T value) => CreateScalarUnsafe(value);

    [MethodImpl(Inline)] public static Vector128<T> Load<T>(T* source) where T : unmanaged => Unsafe.ReadUnaligned<Vector128<T>>(source);
    [Intrinsic] public static Vector128<T> LoadAligned<T>(T* source) where T : unmanaged => LoadAligned(source);
    [Intrinsic] public static Vector128<T> LoadUnsafe<T>(ref readonly T source) => LoadUnsafe(in source);
    [Intrinsic] public static Vector128<T> LoadUnsafe<T>(ref readonly T source, nuint elementOffset) => LoadUnsafe(in source, elementOffset);
    [MethodImpl(Inline)] public static void Store<T>(this Vector128<T> source, T* destination) where T : unmanaged => Unsafe.WriteUnaligned(destination, source);
    [Intrinsic] public static void StoreAligned<T>(this Vector128<T> source, T* destination) where T : unmanaged => StoreAligned(source, destination);
    [Intrinsic] public static void StoreUnsafe<T>(this Vector128<T> source, ref T destination) => StoreUnsafe(source, ref destination);
    [Intrinsic] public static void StoreUnsafe<T>(this Vector128<T> source, ref T destination, nuint elementOffset) => StoreUnsafe(source, ref destination, elementOffset);

    [MethodImpl(Inline)] public static Vector128<T> Add<T>(Vector128<T> left, Vector128<T> right) => left + right;
    [MethodImpl(Inline)] public static Vector128<T> Subtract<T>(Vector128<T> left, Vector128<T> right) => left - right;
    [MethodImpl(Inline)] public static Vector128<T> Multiply<T>(Vector128<T> left, Vector128<T> right) => left * right;
    [MethodImpl(Inline)] public static Vector128<T> Divide<T>(Vector128<T> left, Vector128<T> right) => left / right;
    [MethodImpl(Inline)] public static Vector128<T> BitwiseAnd<T>(Vector128<T> left, Vector128<T> right) => left & right;
    [MethodImpl(Inline)] public static Vector128<T> BitwiseOr<T>(Vector128<T> left, Vector128<T> right) => left | right;
    [MethodImpl(Inline)] public static Vector128<T> Xor<T>(Vector128<T> left, Vector128<T> right) => left ^ right;
    [Intrinsic] public static Vector128<T> AndNot<T>(Vector128<T> left, Vector128<T> right) => AndNot(left, right);
    [Intrinsic] public static Vector128<T> Min<T>(Vector128<T> left, Vector128<T> right) => Min(left, right);
    [Intrinsic] public static Vector128<T> Max<T>(Vector128<T> left, Vector128<T> right) => Max(left, right);
    [Intrinsic] public static Vector128<T> MinNumber<T>(Vector128<T> left, Vector128<T> right) => MinNumber(left, right);
    [Intrinsic] public static Vector128<T> MaxNumber<T>(Vector128<T> left, Vector128<T> right) => MaxNumber(left, right);
    [Intrinsic] public static Vector128<T> MinNative<T>(Vector128<T> left, Vector128<T> right) => MinNative(left, right);
    [Intrinsic] public static Vector128<T> MaxNative<T>(Vector128<T> left, Vector128<T> right) => MaxNative(left, right);
    [Intrinsic] public static Vector128<T> Equals<T>(Vector128<T> left, Vector128<T> right) => Equals(left, right);
    [Intrinsic] public static Vector128<T> GreaterThan<T>(Vector128<T> left, Vector128<T> right) => GreaterThan(left, right);
    [Intrinsic] public static Vector128<T> GreaterThanOrEqual<T>(Vector128<T> left, Vector128<T> right) => GreaterThanOrEqual(left, right);
    [Intrinsic] public static Vector128<T> LessThan<T>(Vector128<T> left, Vector128<T> right) => LessThan(left, right);
    [Intrinsic] public static Vector128<T> LessThanOrEqual<T>(Vector128<T> left, Vector128<T> right) => LessThanOrEqual(left, right);
    [MethodImpl(Inline)] public static Vector128<T> Multiply<T>(Vector128<T> left, T right) => left * right;
    [MethodImpl(Inline)] public static Vector128<T> Negate<T>(Vector128<T> vector) => -vector;
    [MethodImpl(Inline)] public static Vector128<T> OnesComplement<T>(Vector128<T> vector) => ~vector;
    [Intrinsic] public static Vector128<T> Abs<T>(Vector128<T> vector) => Abs(vector);
    [Intrinsic] public static Vector128<T> Sqrt<T>(Vector128<T> vector) => Sqrt(vector);
    [Intrinsic] public static Vector128<T> ConditionalSelect<T>(Vector128<T> condition, Vector128<T> left, Vector128<T> right) => ConditionalSelect(condition, left, right);
    [Intrinsic] public static Vector128<float> Floor(Vector128<float> vector) => Floor(vector);
    [Intrinsic] public static Vector128<float> Ceiling(Vector128<float> vector) => Ceiling(vector);
    [Intrinsic] public static Vector128<float> Round(Vector128<float> vector) => Round(vector);
    [Intrinsic] public static Vector128<float> Truncate(Vector128<float> vector) => Truncate(vector);
    [Intrinsic] public static Vector128<float> FusedMultiplyAdd(Vector128<float> left, Vector128<float> right, Vector128<float> addend) => FusedMultiplyAdd(left, right, addend);
    [Intrinsic] public static Vector128<float> MultiplyAddEstimate(Vector128<float> left, Vector128<float> right, Vector128<float> addend) => MultiplyAddEstimate(left, right, addend);
    [Intrinsic] public static Vector128<double> Floor(Vector128<double> vector) => Floor(vector);
    [Intrinsic] public static Vector128<double> Ceiling(Vector128<double> vector) => Ceiling(vector);
    [Intrinsic] public static Vector128<double> Round(Vector128<double> vector) => Round(vector);
    [Intrinsic] public static Vector128<double> Truncate(Vector128<double> vector) => Truncate(vector);
    [Intrinsic] public static Vector128<double> FusedMultiplyAdd(Vector128<double> left, Vector128<double> right, Vector128<double> addend) => FusedMultiplyAdd(left, right, addend);
    [Intrinsic] public static Vector128<double> MultiplyAddEstimate(Vector128<double> left, Vector128<double> right, Vector128<double> addend) => MultiplyAddEstimate(left, right, addend);
    [Intrinsic] public static bool EqualsAny<T>(Vector128<T> left, Vector128<T> right) => EqualsAny(left, right);
    [Intrinsic] public static bool GreaterThanAll<T>(Vector128<T> left, Vector128<T> right) => GreaterThanAll(left, right);
    [Intrinsic] public static bool GreaterThanAny<T>(Vector128<T> left, Vector128<T> right) => GreaterThanAny(left, right);
    [Intrinsic] public static bool LessThanAll<T>(Vector128<T> left, Vector128<T> right) => LessThanAll(left, right);
    [Intrinsic] public static bool LessThanAny<T>(Vector128<T> left, Vector128<T> right) => LessThanAny(left, right);
    [MethodImpl(Inline)] public static bool EqualsAll<T>(Vector128<T> left, Vector128<T> right) => left == right;
    [Intrinsic] public static T Sum<T>(Vector128<T> vector) => Sum(vector);
    [Intrinsic] public static T Dot<T>(Vector128<T> left, Vector128<T> right) => Dot(left, right);
    [Intrinsic] public static uint ExtractMostSignificantBits<T>(this Vector128<T> vector) => ExtractMostSignificantBits(vector);

    [Intrinsic] public static T GetElement<T>(this Vector128<T> vector, int index) => GetElement(vector, index);
    [Intrinsic] public static Vector128<T> WithElement<T>(this Vector128<T> vector, int index, T value) => WithElement(vector, index, value);
    [Intrinsic] public static T ToScalar<T>(this Vector128<T> vector) => ToScalar(vector);
    [Intrinsic] public static Vector64<T> GetLower<T>(this Vector128<T> vector) => GetLower(vector);
    [Intrinsic] public static Vector64<T> GetUpper<T>(this Vector128<T> vector) => GetUpper(vector);
    [Intrinsic] public static Vector128<T> WithLower<T>(this Vector128<T> vector, Vector64<T> value) => WithLower(vector, value);
    [Intrinsic] public static Vector128<T> WithUpper<T>(this Vector128<T> vector, Vector64<T> value) => WithUpper(vector, value);
    [Intrinsic] public static Vector256<T> ToVector256<T>(this Vector128<T> vector) => ToVector256(vector);
    [Intrinsic] public static Vector256<T> ToVector256Unsafe<T>(this Vector128<T> vector) => ToVector256Unsafe(vector);

    [Intrinsic] public static Vector128<TTo> As<TFrom, TTo>(this Vector128<TFrom> vector) => As<TFrom, TTo>(vector);
    [Intrinsic] public static Vector128<float> AsSingle<T>(this Vector128<T> vector) => AsSingle(vector);
    [Intrinsic] public static Vector128<double> AsDouble<T>(this Vector128<T> vector) => AsDouble(vector);
    [Intrinsic] public static Vector128<sbyte> AsSByte<T>(this Vector128<T> vector) => AsSByte(vector);
    [Intrinsic] public static Vector128<byte> AsByte<T>(this Vector128<T> vector) => AsByte(vector);
    [Intrinsic] public static Vector128<short> AsInt16<T>(this Vector128<T> vector) => AsInt16(vector);
    [Intrinsic] public static Vector128<ushort> AsUInt16<T>(this Vector128<T> vector) => AsUInt16(vector);
    [Intrinsic] public static Vector128<int> AsInt32<T>(this Vector128<T> vector) => AsInt32(vector);
    [Intrinsic] public static Vector128<uint> AsUInt32<T>(this Vector128<T> vector) => AsUInt32(vector);
    [Intrinsic] public static Vector128<long> AsInt64<T>(this Vector128<T> vector) => AsInt64(vector);
    [Intrinsic] public static Vector128<ulong> AsUInt64<T>(this Vector128<T> vector) => AsUInt64(vector);

    [Intrinsic] public static Vector128<int> ConvertToInt32(Vector128<float> vector) => ConvertToInt32(vector);
    [Intrinsic] public static Vector128<int> ConvertToInt32Native(Vector128<float> vector) => ConvertToInt32Native(vector);
    [Intrinsic] public static Vector128<float> ConvertToSingle(Vector128<int> vector) => ConvertToSingle(vector);
    [Intrinsic] public static Vector128<float> ConvertToSingle(Vector128<uint> vector) => ConvertToSingle(vector);
    [Intrinsic] public static Vector128<double> ConvertToDouble(Vector128<long> vector) => ConvertToDouble(vector);
    [Intrinsic] public static Vector128<short> WidenLower(Vector128<sbyte> source) => WidenLower(source);
    [Intrinsic] public static Vector128<short> WidenUpper(Vector128<sbyte> source) => WidenUpper(source);
    [Intrinsic] public static Vector128<sbyte> Narrow(Vector128<short> lower, Vector128<short> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector128<ushort> WidenLower(Vector128<byte> source) => WidenLower(source);
    [Intrinsic] public static Vector128<ushort> WidenUpper(Vector128<byte> source) => WidenUpper(source);
    [Intrinsic] public static Vector128<byte> Narrow(Vector128<ushort> lower, Vector128<ushort> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector128<int> WidenLower(Vector128<short> source) => WidenLower(source);
    [Intrinsic] public static Vector128<int> WidenUpper(Vector128<short> source) => WidenUpper(source);
    [Intrinsic] public static Vector128<short> Narrow(Vector128<int> lower, Vector128<int> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector128<uint> WidenLower(Vector128<ushort> source) => WidenLower(source);
    [Intrinsic] public static Vector128<uint> WidenUpper(Vector128<ushort> source) => WidenUpper(source);
    [Intrinsic] public static Vector128<ushort> Narrow(Vector128<uint> lower, Vector128<uint> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector128<long> WidenLower(Vector128<int> source) => WidenLower(source);
    [Intrinsic] public static Vector128<long> WidenUpper(Vector128<int> source) => WidenUpper(source);
    [Intrinsic] public static Vector128<int> Narrow(Vector128<long> lower, Vector128<long> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector128<ulong> WidenLower(Vector128<uint> source) => WidenLower(source);
    [Intrinsic] public static Vector128<ulong> WidenUpper(Vector128<uint> source) => WidenUpper(source);
    [Intrinsic] public static Vector128<uint> Narrow(Vector128<ulong> lower, Vector128<ulong> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector128<double> WidenLower(Vector128<float> source) => WidenLower(source);
    [Intrinsic] public static Vector128<double> WidenUpper(Vector128<float> source) => WidenUpper(source);
    [Intrinsic] public static Vector128<float> Narrow(Vector128<double> lower, Vector128<double> upper) => Narrow(lower, upper);
    [MethodImpl(Inline)] public static Vector128<sbyte> ShiftLeft(Vector128<sbyte> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector128<byte> ShiftLeft(Vector128<byte> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector128<short> ShiftLeft(Vector128<short> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector128<ushort> ShiftLeft(Vector128<ushort> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector128<int> ShiftLeft(Vector128<int> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector128<uint> ShiftLeft(Vector128<uint> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector128<long> ShiftLeft(Vector128<long> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector128<ulong> ShiftLeft(Vector128<ulong> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector128<sbyte> ShiftRightLogical(Vector128<sbyte> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector128<byte> ShiftRightLogical(Vector128<byte> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector128<short> ShiftRightLogical(Vector128<short> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector128<ushort> ShiftRightLogical(Vector128<ushort> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector128<int> ShiftRightLogical(Vector128<int> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector128<uint> ShiftRightLogical(Vector128<uint> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector128<long> ShiftRightLogical(Vector128<long> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector128<ulong> ShiftRightLogical(Vector128<ulong> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector128<sbyte> ShiftRightArithmetic(Vector128<sbyte> vector, int shiftCount) => vector >> shiftCount;
    [MethodImpl(Inline)] public static Vector128<short> ShiftRightArithmetic(Vector128<short> vector, int shiftCount) => vector >> shiftCount;
    [MethodImpl(Inline)] public static Vector128<int> ShiftRightArithmetic(Vector128<int> vector, int shiftCount) => vector >> shiftCount;
    [MethodImpl(Inline)] public static Vector128<long> ShiftRightArithmetic(Vector128<long> vector, int shiftCount) => vector >> shiftCount;
    [Intrinsic] public static Vector128<float> Shuffle(Vector128<float> vector, Vector128<int> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector128<double> Shuffle(Vector128<double> vector, Vector128<long> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector128<sbyte> Shuffle(Vector128<sbyte> vector, Vector128<sbyte> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector128<byte> Shuffle(Vector128<byte> vector, Vector128<byte> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector128<short> Shuffle(Vector128<short> vector, Vector128<short> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector128<ushort> Shuffle(Vector128<ushort> vector, Vector128<ushort> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector128<int> Shuffle(Vector128<int> vector, Vector128<int> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector128<uint> Shuffle(Vector128<uint> vector, Vector128<uint> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector128<long> Shuffle(Vector128<long> vector, Vector128<long> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector128<ulong> Shuffle(Vector128<ulong> vector, Vector128<ulong> indices) => Shuffle(vector, indices);
}
