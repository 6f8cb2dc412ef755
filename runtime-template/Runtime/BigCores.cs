#if BARE
using System;
using System.Runtime.CompilerServices;

namespace CompileModel.Runtime;

/// <summary>
/// Keeps the program on the biggest cores where cores differ: a layer is done when its slowest part is. Linux tells the relative capacity of a core in
/// /sys/devices/system/cpu/cpuN/cpu_capacity; where there is no such file all cores are equal.
/// </summary>
internal static unsafe class BigCores
{
    private const int MostProcessors = 1024;
    private const int WordBits = 64;
    private const int PathBytes = 64;

    /// <summary>Restricts this thread, and those it will start, to the biggest cores it may use, when these are at least <paramref name="threads"/> but not all.</summary>
    public static void Prefer(int threads)
    {
        ulong* allowed = stackalloc ulong[MostProcessors / WordBits];
        ulong* biggest = stackalloc ulong[MostProcessors / WordBits];
        if (Libc.sched_getaffinity(0, MostProcessors / 8, allowed) != 0)
            return;
        int most = 0;
        int count = 0;
        bool differ = false;
        for (int i = 0; i < MostProcessors; i++)
        {
            if ((allowed[i / WordBits] >> (i % WordBits) & 1) == 0)
                continue;
            int capacity = Capacity(i);
            if (capacity <= 0)
                return;
            differ |= most != 0 && capacity != most;
            if (capacity > most)
            {
                most = capacity;
                count = 0;
                Libc.memset(biggest, 0, MostProcessors / 8);
            }

            if (capacity == most)
            {
                biggest[i / WordBits] |= 1ul << (i % WordBits);
                count++;
            }
        }

        if (differ && count >= threads)
            Libc.sched_setaffinity(0, MostProcessors / 8, biggest);
    }

    /// <summary>Relative speed of a processor, 1024 for the fastest of the system; -1 when the system does not tell.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Capacity(int processor)
    {
        byte* path = stackalloc byte[PathBytes];
        int length = Append(path, 0, "/sys/devices/system/cpu/cpu"u8);
        int unit = processor >= 1000 ? 1000 : processor >= 100 ? 100 : processor >= 10 ? 10 : 1;
        for (; unit > 0; unit /= 10)
            path[length++] = (byte)('0' + processor / unit % 10);
        path[Append(path, length, "/cpu_capacity"u8)] = 0;
        int file = Libc.open(path, Libc.ReadOnly, 0);
        if (file < 0)
            return -1;
        byte* text = stackalloc byte[PathBytes];
        long read = Libc.read(file, text, PathBytes - 1);
        Libc.close(file);
        while (read > 0 && text[read - 1] <= ' ')
            read--;
        if (read <= 0)
            return -1;
        text[read] = 0;
        return Bytes.ParseCount(text);
    }

    private static int Append(byte* text, int at, ReadOnlySpan<byte> part)
    {
        for (int i = 0; i < part.Length; i++)
            text[at++] = part[i];
        return at;
    }
}
#endif
