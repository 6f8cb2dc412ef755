namespace CompileModel.Runtime;

/// <summary>Monotonic time in nanoseconds.</summary>
internal static unsafe class Clock
{
    public static long Nanoseconds()
    {
#if BARE
        TimeSpec time;
        Libc.clock_gettime(Libc.MonotonicClock, &time);
        return time.Seconds * 1_000_000_000 + time.Nanoseconds;
#else
        return (long)(System.Diagnostics.Stopwatch.GetTimestamp() * (1e9 / System.Diagnostics.Stopwatch.Frequency));
#endif
    }
}
