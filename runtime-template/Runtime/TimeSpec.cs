namespace CompileModel.Runtime;

#pragma warning disable CS0649 // the C library fills it

/// <summary>A time of the C library: seconds and nanoseconds.</summary>
internal struct TimeSpec
{
    public long Seconds;
    public long Nanoseconds;
}
