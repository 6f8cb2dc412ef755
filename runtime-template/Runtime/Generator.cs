using System;
using System.Runtime.CompilerServices;

namespace CompileModel.Runtime;

/// <summary>
/// The inputs of a run without input files, the same in every run and on every machine: splitmix64, seeded with the number of the input.
/// Floats are multiples of 2^-23 in [-1, 1), bytes take all values, and wider integers and booleans 0 or 1, so that they can be indices.
/// They repeat after <see cref="Period"/> elements: a large input costs next to nothing before the first inference.
/// </summary>
internal static unsafe class Generator
{
    /// <summary>A prime, so that rows, planes and channels of a tensor all differ.</summary>
    private const long Period = 4093;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Fill(byte* data, TensorKind kind, long count, int input)
    {
        Draw(data, kind, Math.Min(count, Period), input);
        long bytes = count * Tensors.ElementBytes(kind);
        long done = Period * Tensors.ElementBytes(kind);
        for (; done < bytes; done *= 2)
            Libc.memmove(data + done, data, (nuint)Math.Min(done, bytes - done));
    }

    private static void Draw(byte* data, TensorKind kind, long count, int input)
    {
        ulong state = 0x1234567890abcdef + (ulong)input;
        for (long i = 0; i < count; i++)
        {
            ulong random = Next(ref state);
            double real = (int)(random >> 40) / 8388608.0 - 1;
            switch (kind)
            {
                case TensorKind.Float32: ((float*)data)[i] = (float)real; break;
                case TensorKind.Float64: ((double*)data)[i] = real; break;
                case TensorKind.UInt8 or TensorKind.Int8: data[i] = (byte)(random >> 56); break;
                case TensorKind.Bool: data[i] = (byte)(random >> 63); break;
                case TensorKind.Int16 or TensorKind.UInt16: ((ushort*)data)[i] = (ushort)(random >> 63); break;
                case TensorKind.Int64 or TensorKind.UInt64: ((ulong*)data)[i] = random >> 63; break;

                // +-2^-k with k from 0 to 7, which both 16-bit formats hold.
                case TensorKind.Float16: ((ushort*)data)[i] = (ushort)(random >> 63 << 15 | (15 - (random >> 60 & 7)) << 10); break;
                case TensorKind.BFloat16: ((ushort*)data)[i] = (ushort)(random >> 63 << 15 | (127 - (random >> 60 & 7)) << 7); break;
                default: ((uint*)data)[i] = (uint)(random >> 63); break;
            }
        }
    }

    private static ulong Next(ref ulong state)
    {
        state += 0x9e3779b97f4a7c15;
        ulong z = state;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
        z = (z ^ z >> 27) * 0x94d049bb133111eb;
        return z ^ z >> 31;
    }
}
