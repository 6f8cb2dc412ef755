using System;
using CompiledModel;

namespace CompileModel.Runtime;

/// <summary>
/// NumPy's .npy files, versions 1 to 3: magic, version, length of the header, and the header, a Python dictionary such as
/// <c>{'descr': '&lt;f4', 'fortran_order': False, 'shape': (1, 3), }</c>, padded to 64 bytes. Source: numpy.lib.format.
/// </summary>
internal static unsafe class Npy
{
    private const int MaxHeader = 4096;

    public static bool IsNpy(InputFile file)
    {
        if (file.Size < 10)
            return false;
        byte* magic = stackalloc byte[8];
        file.Read(0, magic, 6);
        return magic[0] == 0x93 && Bytes.StartsWith(magic + 1, "NUMPY"u8);
    }

    /// <summary>Compares the header with what the input wants (in a stream behind a leading axis of frames) and returns where the data starts; a difference ends the program.</summary>
    public static long CheckHeader(InputFile file, int input, byte** buffers, bool isStream = false)
    {
        byte* header = stackalloc byte[MaxHeader + 1];
        file.Read(0, header, 10);
        int start = header[6] >= 2 ? 12 : 10;
        if (start == 12 && file.Size >= 12)
            file.Read(8, header + 8, 4);
        long length = start == 12 ? *(uint*)(header + 8) : *(ushort*)(header + 8);
        if (header[6] < 1 || header[6] > 3 || length > MaxHeader || start + length > file.Size)
            Reject(input, file, "has a damaged .npy header"u8);
        file.Read(start, header, length);
        header[length] = 0;

        byte* type = Find(header, "'descr':"u8);
        byte* order = Find(header, "'fortran_order':"u8);
        byte* shape = Find(header, "'shape':"u8);
        if (type == null || order == null || shape == null)
            Reject(input, file, "has a damaged .npy header"u8);
        CheckType(type, input, file);
        int rank = CheckShape(shape, input, file, buffers, isStream ? 1 : 0);
        if (Bytes.StartsWith(order, "True"u8) && rank > 1)
            Reject(input, file, "is stored in Fortran order; use numpy.ascontiguousarray"u8);
        return start + length;
    }

    /// <summary>The type in NumPy's letters, without the byte order.</summary>
    public static ReadOnlySpan<byte> TypeCode(TensorKind kind) => kind switch
    {
        TensorKind.Float32 => "f4"u8,
        TensorKind.Float64 => "f8"u8,
        TensorKind.Float16 => "f2"u8,
        TensorKind.UInt8 => "u1"u8,
        TensorKind.Int8 => "i1"u8,
        TensorKind.Bool => "b1"u8,
        TensorKind.Int16 => "i2"u8,
        TensorKind.Int32 => "i4"u8,
        TensorKind.Int64 => "i8"u8,
        TensorKind.UInt32 => "u4"u8,
        TensorKind.UInt64 => "u8"u8,
        TensorKind.BFloat16 => "V2"u8, // two bytes without meaning: NumPy has no such type
        TensorKind.UInt16 => "u2"u8,
        TensorKind.Int4 or TensorKind.Int2 => "i1"u8,
        _ => "u1"u8,
    };

    private static void CheckType(byte* text, int input, InputFile file)
    {
        ReadOnlySpan<byte> code = TypeCode(ModelInfo.InputType(input));
        bool order = text[1] == '<' || text[1] == '=' || text[1] == '|' || (text[1] == '>' && code[1] == '1');
        if (text[0] == '\'' && order && Bytes.StartsWith(text + 2, code) && text[4] == '\'')
            return;
        Line line = Failure.Input(input, file.Path).Text("has elements of type "u8);
        for (int i = 0; i < 12 && text[i] != 0 && text[i] != ','; i++)
            line.Character(text[i]);
        line.Text(" instead of '<"u8).Text(code).Character('\'');
        Failure.ExpectInput(line, input);
    }

    private static int CheckShape(byte* text, int input, InputFile file, byte** buffers, int leading)
    {
        ReadOnlySpan<int> expected = ModelInfo.InputShape(input);
        byte* at = text;
        int rank = 0;
        bool same = true;
        for (; *at != 0 && *at != ')'; at++)
        {
            if (*at < '0' || *at > '9')
                continue;
            long size = 0;
            for (; *at >= '0' && *at <= '9' && size < int.MaxValue; at++)
                size = size * 10 + (*at - '0');
            same = same && rank < expected.Length + leading && (rank < leading || Extents.Take(buffers, input, rank - leading, size));
            rank++;
            at--;
        }

        if (same && rank == expected.Length + leading)
            return rank;
        Line line = Failure.Input(input, file.Path).Text("has shape "u8);
        for (; text < at; text++)
            line.Character(*text);
        Failure.ExpectInput(leading == 0 ? line.Character(')') : line.Text("), which are no frames"u8), input);
        return rank;
    }

    /// <summary>Where the value after a key starts; null when the key is not there.</summary>
    private static byte* Find(byte* header, ReadOnlySpan<byte> key)
    {
        for (; *header != 0; header++)
        {
            if (!Bytes.StartsWith(header, key))
                continue;
            header += key.Length;
            while (*header == ' ')
                header++;
            return header;
        }

        return null;
    }

    private static void Reject(int input, InputFile file, ReadOnlySpan<byte> problem)
        => Failure.ExpectInput(Failure.Input(input, file.Path).Text(problem), input);
}
