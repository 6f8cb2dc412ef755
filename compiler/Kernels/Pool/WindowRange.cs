namespace CompileModel.Kernels.Pool;

/// <summary>Neighboring output positions along one axis whose windows are cut alike.</summary>
/// <param name="First">first position</param>
/// <param name="Last">last position</param>
/// <param name="FromTap">first tap inside the input</param>
/// <param name="ToTap">one past the last tap inside the input</param>
/// <param name="Counted">taps that count for a mean</param>
internal sealed record WindowRange(int First, int Last, int FromTap, int ToTap, int Counted)
{
    /// <summary>All positions of an axis, in order.</summary>
    public static IReadOnlyList<WindowRange> Of(int input, int output, int kernel, int stride, int dilation, int padBegin, int padEnd, bool countPads)
    {
        List<WindowRange> ranges = [];
        for (var o = 0; o < output; o++)
        {
            var start = o * stride - padBegin;
            int[] inside = [.. Enumerable.Range(0, kernel).Where(k => start + k * dilation >= 0 && start + k * dilation < input)];
            var counted = countPads ? Enumerable.Range(0, kernel).Count(k => start + k * dilation < input + padEnd) : inside.Length;
            var range = inside.Length == 0 ? new WindowRange(o, o, 0, 0, counted) : new WindowRange(o, o, inside[0], inside[^1] + 1, counted);
            if (ranges.Count > 0 && ranges[^1] with { First = o, Last = o } == range)
                ranges[^1] = ranges[^1] with { Last = o };
            else
                ranges.Add(range);
        }
        return ranges;
    }
}
