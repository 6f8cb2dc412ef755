using System;
using System.Runtime.CompilerServices;

namespace CompileModel.Runtime;

/// <summary>Sizes and single elements of tensors.</summary>
internal static unsafe class Tensors
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int ElementBytes(TensorKind kind) => kind switch
    {
        TensorKind.UInt8 or TensorKind.Int8 or TensorKind.Bool => 1,
        TensorKind.UInt16 or TensorKind.Int16 or TensorKind.Float16 or TensorKind.BFloat16 => 2,
        TensorKind.Int64 or TensorKind.UInt64 or TensorKind.Float64 => 8,
        TensorKind.Int32 or TensorKind.UInt32 or TensorKind.Float32 => 4,
        _ => 1,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Count(ReadOnlySpan<int> shape)
    {
        long count = 1;
        for (int i = 0; i < shape.Length; i++)
            count *= shape[i];
        return count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long ByteCount(TensorKind kind, ReadOnlySpan<int> shape) => Count(shape) * ElementBytes(kind);

    /// <summary>One element as a double; the code of an 8- or 4-bit float.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Element(TensorKind kind, byte* data, long index) => kind switch
    {
        TensorKind.Float32 => ((float*)data)[index],
        TensorKind.Int8 or TensorKind.Int4 or TensorKind.Int2 => ((sbyte*)data)[index],
        TensorKind.UInt16 => ((ushort*)data)[index],
        TensorKind.Int16 => ((short*)data)[index],
        TensorKind.Int32 => ((int*)data)[index],
        TensorKind.Int64 => ((long*)data)[index],
        TensorKind.Float64 => ((double*)data)[index],
        TensorKind.UInt32 => ((uint*)data)[index],
        TensorKind.UInt64 => ((ulong*)data)[index],
        TensorKind.Float16 => Half(((ushort*)data)[index]),
        TensorKind.BFloat16 => BitConverter.UInt32BitsToSingle((uint)((ushort*)data)[index] << 16),
        _ => data[index],
    };

    /// <summary>An IEEE 754 binary16 value: 1 sign, 5 exponent and 10 fraction bits.</summary>
    private static double Half(ushort bits)
    {
        uint sign = (uint)(bits & 0x8000) << 16;
        uint magnitude = (uint)(bits & 0x7fff);
        if (magnitude < 0x400)
            return (sign != 0 ? -1 : 1) * (magnitude / 16777216.0);
        uint exponent = magnitude >= 0x7c00 ? 0x7f800000u : 0x38000000u;
        return BitConverter.UInt32BitsToSingle(magnitude >= 0x7c00 ? sign | exponent | (magnitude & 0x3ff) << 13 : sign | (magnitude << 13) + exponent);
    }
}
