using System;
using System.Runtime.CompilerServices;

namespace CompileModel.Runtime;

/// <summary>Strings of bytes, as C and the command line have them.</summary>
internal static unsafe class Bytes
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Length(byte* text)
    {
        int length = 0;
        while (text[length] != 0)
            length++;
        return length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool Equal(byte* text, ReadOnlySpan<byte> other) => Length(text) == other.Length && StartsWith(text, other);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool StartsWith(byte* text, ReadOnlySpan<byte> prefix)
    {
        for (int i = 0; i < prefix.Length; i++)
        {
            if (text[i] != prefix[i])
                return false;
        }

        return true;
    }

    /// <summary>Reads decimal digits up to the end of the text; -1 when there is anything else or it exceeds a billion.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int ParseCount(byte* text)
    {
        long value = 0;
        for (int i = 0; text[i] != 0; i++)
        {
            if (text[i] < '0' || text[i] > '9')
                return -1;
            value = value * 10 + (text[i] - '0');
            if (value > 1_000_000_000)
                return -1;
        }

        return text[0] == 0 ? -1 : (int)value;
    }
}
