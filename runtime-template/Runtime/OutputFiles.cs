using System;
using CompiledModel;

namespace CompileModel.Runtime;

/// <summary>Writes each output as a .npy file that carries its name.</summary>
internal static unsafe class OutputFiles
{
    private const int MaxPath = 4096;
    internal const int HeaderBytes = 512;

    /// <summary>Makes the folder and those above it.</summary>
    public static void CreateDirectory(byte* path)
    {
        byte* part = stackalloc byte[MaxPath];
        int length = Bytes.Length(path);
        if (length == 0 || length > MaxPath - 300)
            Failure.Begin("--output-dir takes the path of a folder, not '"u8).Text(path).Text("'"u8).Fail();
        int result = 0;
        for (int i = 0; i <= length; i++)
        {
            if (i > 0 && (path[i] == '/' || path[i] == 0))
            {
                part[i] = 0;
                result = Libc.mkdir(part, 0x1ff);
            }

            part[i] = path[i];
        }

        const int AlreadyExists = 17;
        if (result != 0 && *Libc.__errno_location() != AlreadyExists)
            Failure.System("cannot make folder"u8, path).Fail();
    }

    public static void Write(byte** outputs, byte* directory)
    {
        byte* path = stackalloc byte[MaxPath];
        int* room = stackalloc int[Extents.MaxRank];
        int count = ModelInfo.Outputs;
        for (int i = 0; i < count; i++)
        {
            MakePath(path, directory, i);
            Write(path, outputs[i], ModelInfo.OutputType(i), Extents.Output(outputs, i, room));
        }
    }

    private static void MakePath(byte* path, byte* directory, int output)
    {
        int length = 0;
        for (; directory[length] != 0; length++)
            path[length] = directory[length];
        path[length++] = (byte)'/';
        ReadOnlySpan<byte> name = ModelInfo.OutputName(output);
        for (int i = 0; i < name.Length && i < 200; i++)
            path[length++] = Sanitised(name, i);
        if (Collides(output))
        {
            path[length++] = (byte)'_';
            for (int unit = output >= 100 ? 100 : output >= 10 ? 10 : 1; unit > 0; unit /= 10)
                path[length++] = (byte)('0' + output / unit % 10);
        }

        ReadOnlySpan<byte> extension = ".npy\0"u8;
        for (int i = 0; i < extension.Length; i++)
            path[length++] = extension[i];
    }

    /// <summary>A character of a file name: letters, digits, '-', '_' and inner '.' stay, everything else becomes '_'.</summary>
    private static byte Sanitised(ReadOnlySpan<byte> name, int index)
    {
        byte c = name[index];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || (c == '.' && index > 0);
        return plain ? c : (byte)'_';
    }

    /// <summary>Whether an earlier output has the same file name.</summary>
    private static bool Collides(int output)
    {
        ReadOnlySpan<byte> name = ModelInfo.OutputName(output);
        for (int other = 0; other < output; other++)
        {
            ReadOnlySpan<byte> otherName = ModelInfo.OutputName(other);
            bool same = otherName.Length == name.Length;
            for (int i = 0; same && i < name.Length; i++)
                same = Sanitised(name, i) == Sanitised(otherName, i);
            if (same)
                return true;
        }

        return false;
    }

    private static void Write(byte* path, byte* data, TensorKind kind, ReadOnlySpan<int> shape)
    {
        byte* header = stackalloc byte[HeaderBytes];
        int length = NpyHeader.Write(header, kind, shape);
        int file = Libc.open(path, Libc.WriteOnly | Libc.Create | Libc.Truncate, 0x1b6);
        if (file < 0 || !WriteAll(file, header, length) || !WriteAll(file, data, Tensors.ByteCount(kind, shape)) || Libc.close(file) != 0)
            Failure.System("cannot write output file"u8, path).Fail();
    }

    /// <summary>Makes the file of an output, or empties it.</summary>
    internal static int Open(byte* directory, int output)
    {
        byte* path = stackalloc byte[MaxPath];
        MakePath(path, directory, output);
        int file = Libc.open(path, Libc.WriteOnly | Libc.Create | Libc.Truncate, 0x1b6);
        if (file < 0)
            Fail(directory, output);
        return file;
    }

    /// <summary>Ends the program because the file of an output cannot be written.</summary>
    internal static void Fail(byte* directory, int output)
    {
        byte* path = stackalloc byte[MaxPath];
        MakePath(path, directory, output);
        Failure.System("cannot write output file"u8, path).Fail();
    }

    /// <summary>Writes bytes to an open file; false when that fails.</summary>
    internal static bool WriteAll(int file, byte* data, long bytes)
    {
        while (bytes > 0)
        {
            nint written = Libc.write(file, data, (nuint)bytes);
            if (written <= 0)
                return false;
            data += written;
            bytes -= written;
        }

        return true;
    }
}
