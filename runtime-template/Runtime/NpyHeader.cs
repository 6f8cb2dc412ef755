using System;

namespace CompileModel.Runtime;

/// <summary>Composes the header of a .npy file, version 1.0.</summary>
internal static unsafe class NpyHeader
{
    /// <summary>Writes magic, version and dictionary, padded to a multiple of 64 bytes from <paramref name="minimum"/> on, and returns their length: at most 512 bytes for 33 dimensions.</summary>
    public static int Write(byte* header, TensorKind kind, ReadOnlySpan<int> shape, int minimum = 0)
    {
        header[0] = 0x93;
        int at = Put(header, 1, "NUMPY"u8);
        header[at++] = 1;
        header[at++] = 0;
        at += 2;
        at = Put(header, at, "{'descr': '"u8);
        header[at++] = (byte)(Tensors.ElementBytes(kind) == 1 ? '|' : '<');
        at = Put(header, at, Npy.TypeCode(kind));
        at = Put(header, at, "', 'fortran_order': False, 'shape': ("u8);
        for (int i = 0; i < shape.Length; i++)
        {
            at = PutNumber(header, at, shape[i]);
            if (i + 1 < shape.Length)
                at = Put(header, at, ", "u8);
            else if (i == 0)
                header[at++] = (byte)',';
        }

        at = Put(header, at, "), }"u8);
        while ((at + 1) % 64 != 0 || at + 1 < minimum)
            header[at++] = (byte)' ';
        header[at++] = (byte)'\n';
        *(ushort*)(header + 8) = (ushort)(at - 10);
        return at;
    }

    private static int Put(byte* header, int at, ReadOnlySpan<byte> text)
    {
        for (int i = 0; i < text.Length; i++)
            header[at++] = text[i];
        return at;
    }

    private static int PutNumber(byte* header, int at, int value)
    {
        int unit = 1;
        while (value / unit >= 10)
            unit *= 10;
        for (; unit > 0; unit /= 10)
            header[at++] = (byte)('0' + value / unit % 10);
        return at;
    }
}
