using System.Runtime.CompilerServices;

namespace System.Runtime.Intrinsics;

/// <summary>Operations on vectors of 512 bits under their .NET names; the native compiler replaces every body.</summary>
public static unsafe class Vector512
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    public static bool IsHardwareAccelerated { [Intrinsic] get => IsHardwareAccelerated; }

    [Intrinsic] public static Vector512<T> Create<T>(T value) => Create(value);
    [Intrinsic] public static Vector512<float> Create(float value) => Create(value);
    [Intrinsic] public static Vector512<double> Create(double value) => Create(value);
    [Intrinsic] public static Vector512<sbyte> Create(sbyte value) => Create(value);
    [Intrinsic] public static Vector512<byte> Create(byte value) => Create(value);
    [Intrinsic] public static Vector512<short> Create(short value) => Create(value);
    [Intrinsic] public static Vector512<ushort> Create(ushort value) => Create(value);
    [Intrinsic] public static Vector512<int> Create(int value) => Create(value);
    [Intrinsic] public static Vector512<uint> Create(uint value) => Create(value);
    [Intrinsic] public static Vector512<long> Create(long value) => Create(value);
    [Intrinsic] public static Vector512<ulong> Create(ulong value) => Create(value);
    [Intrinsic] public static Vector512<float> Create(float e0, float e1, float e2, float e3, float e4, float e5, float e6, float e7, float e8, float e9, float e10, float e11, float e12, float e13, float e14, float e15)
        => Create(e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15);
    [Intrinsic] public static Vector512<double> Create(double e0, double e1, double e2, double e3, double e4, double e5, double e6, double e7)
        => Create(e0, e1, e2, e3, e4, e5, e6, e7);
    [Intrinsic] public static Vector512<int> Create(int e0, int e1, int e2, int e3, int e4, int e5, int e6, int e7, int e8, int e9, int e10, int e11, int e12, int e13, int e14, int e15)
        => Create(e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15);
    [Intrinsic] public static Vector512<uint> Create(uint e0, uint e1, uint e2, uint e3, uint e4, uint e5, uint e6, uint e7, uint e8, uint e9, uint e10, uint e11, uint e12, uint e13, uint e14, uint e15)
        => Create(e0, e1, e2, e3, e4, e5, e6, e7, e8, e9, e10, e11, e12, e13, e14, e15);
    [Intrinsic] public static Vector512<long> Create(long e0, long e1, long e2, long e3, long e4, long e5, long e6, long e7)
        => Create(e0, e1, e2, e3, e4, e5, e6, e7);
    [Intrinsic] public static Vector512<ulong> Create(ulong e0, ulong e1, ulong e2, ulong e3, ulong e4, ulong e5, ulong e6, ulong e7)
        => Create(e0, e1, e2, e3, e4, e5, e6, e7);
    /// <summary>Not an intrinsic of the code generator, which would take the halves for elements.</summary>
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Create<T>(Vector256<T> lower, Vector256<T> upper) => lower.ToVector512Unsafe().WithUpper(upper);
    [Intrinsic] public static Vector512<T> CreateScalar<T>(T value) => CreateScalar(value);
    [Intrinsic] public static Vector512<T> CreateScalarUnsafe<T>(T value) => CreateScalarUnsafe(value);

    [MethodImpl(Inline)] public static Vector512<T> Load<T>(T* source) where T : unmanaged => Unsafe.ReadUnaligned<Vector512<T>>(source);
    [Intrinsic] public static Vector512<T> LoadAligned<T>(T* source) where T : unmanaged => LoadAligned(source);
    [Intrinsic] public static Vector512<T> LoadUnsafe<T>(ref readonly T source) => LoadUnsafe(in source);
    [Intrinsic] public static Vector512<T> LoadUnsafe<T>(ref readonly T source, nuint elementOffset) => LoadUnsafe(in source, elementOffset);
    [MethodImpl(Inline)] public static void Store<T>(this Vector512<T> source, T* destination) where T : unmanaged => Unsafe.WriteUnaligned(destination, source);
    [Intrinsic] public static void StoreAligned<T>(this Vector512<T> source, T* destination) where T : unmanaged => StoreAligned(source, destination);
    [Intrinsic] public static void StoreUnsafe<T>(this Vector512<T> source, ref T destination) => StoreUnsafe(source, ref destination);
    [Intrinsic] public static void StoreUnsafe<T>(this Vector512<T> source, ref T destination, nuint elementOffset) => StoreUnsafe(source, ref destination, elementOffset);

    [MethodImpl(Inline)] public static Vector512<T> Add<T>(Vector512<T> left, Vector512<T> right) => left + right;
    [MethodImpl(Inline)] public static Vector512<T> Subtract<T>(Vector512<T> left, Vector512<T> right) => left - right;
    [MethodImpl(Inline)] public static Vector512<T> Multiply<T>(Vector512<T> left, Vector512<T> right) => left * right;
    [MethodImpl(Inline)] public static Vector512<T> Divide<T>(Vector512<T> left, Vector512<T> right) => left / right;
    [MethodImpl(Inline)] public static Vector512<T> BitwiseAnd<T>(Vector512<T> left, Vector512<T> right) => left & right;
    [MethodImpl(Inline)] public static Vector512<T> BitwiseOr<T>(Vector512<T> left, Vector512<T> right) => left | right;
    [MethodImpl(Inline)] public static Vector512<T> Xor<T>(Vector512<T> left, Vector512<T> right) => left ^ right;
    [Intrinsic] public static Vector512<T> AndNot<T>(Vector512<T> left, Vector512<T> right) => AndNot(left, right);
    [Intrinsic] public static Vector512<T> Min<T>(Vector512<T> left, Vector512<T> right) => Min(left, right);
    [Intrinsic] public static Vector512<T> Max<T>(Vector512<T> left, Vector512<T> right) => Max(left, right);
    [Intrinsic] public static Vector512<T> MinNumber<T>(Vector512<T> left, Vector512<T> right) => MinNumber(left, right);
    [Intrinsic] public static Vector512<T> MaxNumber<T>(Vector512<T> left, Vector512<T> right) => MaxNumber(left, right);
    [Intrinsic] public static Vector512<T> MinNative<T>(Vector512<T> left, Vector512<T> right) => MinNative(left, right);
    [Intrinsic] public static Vector512<T> MaxNative<T>(Vector512<T> left, Vector512<T> right) => MaxNative(left, right);
    [Intrinsic] public static Vector512<T> Equals<T>(Vector512<T> left, Vector512<T> right) => Equals(left, right);
    [Intrinsic] public static Vector512<T> GreaterThan<T>(Vector512<T> left, Vector512<T> right) => GreaterThan(left, right);
    [Intrinsic] public static Vector512<T> GreaterThanOrEqual<T>(Vector512<T> left, Vector512<T> right) => GreaterThanOrEqual(left, right);
    [Intrinsic] public static Vector512<T> LessThan<T>(Vector512<T> left, Vector512<T> right) => LessThan(left, right);
    [Intrinsic] public static Vector512<T> LessThanOrEqual<T>(Vector512<T> left, Vector512<T> right) => LessThanOrEqual(left, right);
    [MethodImpl(Inline)] public static Vector512<T> Multiply<T>(Vector512<T> left, T right) => left * right;
    [MethodImpl(Inline)] public static Vector512<T> Negate<T>(Vector512<T> vector) => -vector;
    [MethodImpl(Inline)] public static Vector512<T> OnesComplement<T>(Vector512<T> vector) => ~vector;
    [Intrinsic] public static Vector512<T> Abs<T>(Vector512<T> vector) => Abs(vector);
    [Intrinsic] public static Vector512<T> Sqrt<T>(Vector512<T> vector) => Sqrt(vector);
    [Intrinsic] public static Vector512<T> ConditionalSelect<T>(Vector512<T> condition, Vector512<T> left, Vector512<T> right) => ConditionalSelect(condition, left, right);
    [Intrinsic] public static Vector512<float> Floor(Vector512<float> vector) => Floor(vector);
    [Intrinsic] public static Vector512<float> Ceiling(Vector512<float> vector) => Ceiling(vector);
    [Intrinsic] public static Vector512<float> Round(Vector512<float> vector) => Round(vector);
    [Intrinsic] public static Vector512<float> Truncate(Vector512<float> vector) => Truncate(vector);
    [Intrinsic] public static Vector512<float> FusedMultiplyAdd(Vector512<float> left, Vector512<float> right, Vector512<float> addend) => FusedMultiplyAdd(left, right, addend);
    [Intrinsic] public static Vector512<float> MultiplyAddEstimate(Vector512<float> left, Vector512<float> right, Vector512<float> addend) => MultiplyAddEstimate(left, right, addend);
    [Intrinsic] public static Vector512<double> Floor(Vector512<double> vector) => Floor(vector);
    [Intrinsic] public static Vector512<double> Ceiling(Vector512<double> vector) => Ceiling(vector);
    [Intrinsic] public static Vector512<double> Round(Vector512<double> vector) => Round(vector);
    [Intrinsic] public static Vector512<double> Truncate(Vector512<double> vector) => Truncate(vector);
    [Intrinsic] public static Vector512<double> FusedMultiplyAdd(Vector512<double> left, Vector512<double> right, Vector512<double> addend) => FusedMultiplyAdd(left, right, addend);
    [Intrinsic] public static Vector512<double> MultiplyAddEstimate(Vector512<double> left, Vector512<double> right, Vector512<double> addend) => MultiplyAddEstimate(left, right, addend);
    [Intrinsic] public static bool EqualsAny<T>(Vector512<T> left, Vector512<T> right) => EqualsAny(left, right);
    [Intrinsic] public static bool GreaterThanAll<T>(Vector512<T> left, Vector512<T> right) => GreaterThanAll(left, right);
    [Intrinsic] public static bool GreaterThanAny<T>(Vector512<T> left, Vector512<T> right) => GreaterThanAny(left, right);
    [Intrinsic] public static bool LessThanAll<T>(Vector512<T> left, Vector512<T> right) => LessThanAll(left, right);
    [Intrinsic] public static bool LessThanAny<T>(Vector512<T> left, Vector512<T> right) => LessThanAny(left, right);
    [MethodImpl(Inline)] public static bool EqualsAll<T>(Vector512<T> left, Vector512<T> right) => left == right;
    [Intrinsic] public static T Sum<T>(Vector512<T> vector) => Sum(vector);
    [Intrinsic] public static T Dot<T>(Vector512<T> left, Vector512<T> right) => Dot(left, right);
    [Intrinsic] public static ulong ExtractMostSignificantBits<T>(this Vector512<T> vector) => ExtractMostSignificantBits(vector);

    [Intrinsic] public static T GetElement<T>(this Vector512<T> vector, int index) => GetElement(vector, index);
    [Intrinsic] public static Vector512<T> WithElement<T>(this Vector512<T> vector, int index, T value) => WithElement(vector, index, value);
    [Intrinsic] public static T ToScalar<T>(this Vector512<T> vector) => ToScalar(vector);
    [Intrinsic] public static Vector256<T> GetLower<T>(this Vector512<T> vector) => GetLower(vector);
    [Intrinsic] public static Vector256<T> GetUpper<T>(this Vector512<T> vector) => GetUpper(vector);
    [Intrinsic] public static Vector512<T> WithLower<T>(this Vector512<T> vector, Vector256<T> value) => WithLower(vector, value);
    [Intrinsic] public static Vector512<T> WithUpper<T>(this Vector512<T> vector, Vector256<T> value) => WithUpper(vector, value);

    [Intrinsic] public static Vector512<TTo> As<TFrom, TTo>(this Vector512<TFrom> vector) => As<TFrom, TTo>(vector);
    [Intrinsic] public static Vector512<float> AsSingle<T>(this Vector512<T> vector) => AsSingle(vector);
    [Intrinsic] public static Vector512<double> AsDouble<T>(this Vector512<T> vector) => AsDouble(vector);
    [Intrinsic] public static Vector512<sbyte> AsSByte<T>(this Vector512<T> vector) => AsSByte(vector);
    [Intrinsic] public static Vector512<byte> AsByte<T>(this Vector512<T> vector) => AsByte(vector);
    [Intrinsic] public static Vector512<short> AsInt16<T>(this Vector512<T> vector) => AsInt16(vector);
    [Intrinsic] public static Vector512<ushort> AsUInt16<T>(this Vector512<T> vector) => AsUInt16(vector);
    [Intrinsic] public static Vector512<int> AsInt32<T>(this Vector512<T> vector) => AsInt32(vector);
    [Intrinsic] public static Vector512<uint> AsUInt32<T>(this Vector512<T> vector) => AsUInt32(vector);
    [Intrinsic] public static Vector512<long> AsInt64<T>(this Vector512<T> vector) => AsInt64(vector);
    [Intrinsic] public static Vector512<ulong> AsUInt64<T>(this Vector512<T> vector) => AsUInt64(vector);

    [Intrinsic] public static Vector512<int> ConvertToInt32(Vector512<float> vector) => ConvertToInt32(vector);
    [Intrinsic] public static Vector512<int> ConvertToInt32Native(Vector512<float> vector) => ConvertToInt32Native(vector);
    [Intrinsic] public static Vector512<float> ConvertToSingle(Vector512<int> vector) => ConvertToSingle(vector);
    [Intrinsic] public static Vector512<float> ConvertToSingle(Vector512<uint> vector) => ConvertToSingle(vector);
    [Intrinsic] public static Vector512<double> ConvertToDouble(Vector512<long> vector) => ConvertToDouble(vector);
    [Intrinsic] public static Vector512<short> WidenLower(Vector512<sbyte> source) => WidenLower(source);
    [Intrinsic] public static Vector512<short> WidenUpper(Vector512<sbyte> source) => WidenUpper(source);
    [Intrinsic] public static Vector512<sbyte> Narrow(Vector512<short> lower, Vector512<short> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector512<ushort> WidenLower(Vector512<byte> source) => WidenLower(source);
    [Intrinsic] public static Vector512<ushort> WidenUpper(Vector512<byte> source) => WidenUpper(source);
    [Intrinsic] public static Vector512<byte> Narrow(Vector512<ushort> lower, Vector512<ushort> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector512<int> WidenLower(Vector512<short> source) => WidenLower(source);
    [Intrinsic] public static Vector512<int> WidenUpper(Vector512<short> source) => WidenUpper(source);
    [Intrinsic] public static Vector512<short> Narrow(Vector512<int> lower, Vector512<int> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector512<uint> WidenLower(Vector512<ushort> source) => WidenLower(source);
    [Intrinsic] public static Vector512<uint> WidenUpper(Vector512<ushort> source) => WidenUpper(source);
    [Intrinsic] public static Vector512<ushort> Narrow(Vector512<uint> lower, Vector512<uint> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector512<long> WidenLower(Vector512<int> source) => WidenLower(source);
    [Intrinsic] public static Vector512<long> WidenUpper(Vector512<int> source) => WidenUpper(source);
    [Intrinsic] public static Vector512<int> Narrow(Vector512<long> lower, Vector512<long> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector512<ulong> WidenLower(Vector512<uint> source) => WidenLower(source);
    [Intrinsic] public static Vector512<ulong> WidenUpper(Vector512<uint> source) => WidenUpper(source);
    [Intrinsic] public static Vector512<uint> Narrow(Vector512<ulong> lower, Vector512<ulong> upper) => Narrow(lower, upper);
    [Intrinsic] public static Vector512<double> WidenLower(Vector512<float> source) => WidenLower(source);
    [Intrinsic] public static Vector512<double> WidenUpper(Vector512<float> source) => WidenUpper(source);
    [Intrinsic] public static Vector512<float> Narrow(Vector512<double> lower, Vector512<double> upper) => Narrow(lower, upper);
    [MethodImpl(Inline)] public static Vector512<sbyte> ShiftLeft(Vector512<sbyte> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector512<byte> ShiftLeft(Vector512<byte> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector512<short> ShiftLeft(Vector512<short> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector512<ushort> ShiftLeft(Vector512<ushort> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector512<int> ShiftLeft(Vector512<int> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector512<uint> ShiftLeft(Vector512<uint> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector512<long> ShiftLeft(Vector512<long> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector512<ulong> ShiftLeft(Vector512<ulong> vector, int shiftCount) => vector << shiftCount;
    [MethodImpl(Inline)] public static Vector512<sbyte> ShiftRightLogical(Vector512<sbyte> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector512<byte> ShiftRightLogical(Vector512<byte> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector512<short> ShiftRightLogical(Vector512<short> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector512<ushort> ShiftRightLogical(Vector512<ushort> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector512<int> ShiftRightLogical(Vector512<int> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector512<uint> ShiftRightLogical(Vector512<uint> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector512<long> ShiftRightLogical(Vector512<long> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector512<ulong> ShiftRightLogical(Vector512<ulong> vector, int shiftCount) => vector >>> shiftCount;
    [MethodImpl(Inline)] public static Vector512<sbyte> ShiftRightArithmetic(Vector512<sbyte> vector, int shiftCount) => vector >> shiftCount;
    [MethodImpl(Inline)] public static Vector512<short> ShiftRightArithmetic(Vector512<short> vector, int shiftCount) => vector >> shiftCount;
    [MethodImpl(Inline)] public static Vector512<int> ShiftRightArithmetic(Vector512<int> vector, int shiftCount) => vector >> shiftCount;
    [MethodImpl(Inline)] public static Vector512<long> ShiftRightArithmetic(Vector512<long> vector, int shiftCount) => vector >> shiftCount;
    [Intrinsic] public static Vector512<float> Shuffle(Vector512<float> vector, Vector512<int> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector512<double> Shuffle(Vector512<double> vector, Vector512<long> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector512<short> Shuffle(Vector512<short> vector, Vector512<short> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector512<ushort> Shuffle(Vector512<ushort> vector, Vector512<ushort> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector512<int> Shuffle(Vector512<int> vector, Vector512<int> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector512<uint> Shuffle(Vector512<uint> vector, Vector512<uint> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector512<long> Shuffle(Vector512<long> vector, Vector512<long> indices) => Shuffle(vector, indices);
    [Intrinsic] public static Vector512<ulong> Shuffle(Vector512<ulong> vector, Vector512<ulong> indices) => Shuffle(vector, indices);
}
