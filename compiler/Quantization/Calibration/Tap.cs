namespace CompileModel.Quantization.Calibration;

/// <summary>What is looked at of one tensor while a model runs.</summary>
/// <param name="Tensor">Its name.</param>
/// <param name="Count">Number of its elements.</param>
/// <param name="Step">Every so many elements one goes into the histogram.</param>
/// <param name="Channels">Extent of the axis along which means are taken; 0 for none.</param>
/// <param name="ChannelsLast">Whether that axis is the last one, else it is axis 1.</param>
public sealed record Tap(string Tensor, long Count, int Step, int Channels, bool ChannelsLast)
{
    /// <summary>How many elements go into the histogram.</summary>
    public int Numbers => checked((int)((Count + Step - 1) / Step));

    /// <summary>How many floats the tap gives for a sample: smallest, largest, sums by channel, numbers.</summary>
    public int Length => 2 + Channels + Numbers;

    /// <summary>Chooses a step.</summary>
    /// <param name="tensor">Name of the tensor.</param>
    /// <param name="count">Number of its elements.</param>
    /// <param name="most">How many elements are enough.</param>
    /// <param name="channels">Channels whose means are wanted, or 0.</param>
    /// <param name="channelsLast">Where they stand.</param>
    public static Tap Of(string tensor, long count, int most, int channels, bool channelsLast)
    {
        // A step that has no divisor in common with the extents comes by all rows, columns and channels.
        int step = (int)Math.Max(1, (count + most - 1) / most);
        while (Divisor(step, count) != 1) step++;
        return new(tensor, count, step, channels, channelsLast);
    }

    private static long Divisor(long a, long b) => b == 0 ? a : Divisor(b, a % b);
}
