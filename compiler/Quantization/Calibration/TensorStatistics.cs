namespace CompileModel.Quantization.Calibration;

/// <summary>What the samples gave for one tensor.</summary>
public sealed class TensorStatistics
{
    private readonly double[] sums;
    private double lows, highs;

    /// <summary>Nothing yet.</summary>
    /// <param name="channels">How many channels have their means taken; 0 for none.</param>
    public TensorStatistics(int channels) => sums = new double[channels];

    /// <summary>Number of samples.</summary>
    public int Samples { get; private set; }

    /// <summary>Smallest number of all samples; NaN when one is.</summary>
    public double Least { get; private set; } = double.PositiveInfinity;

    /// <summary>Largest number of all samples; NaN when one is.</summary>
    public double Most { get; private set; } = double.NegativeInfinity;

    /// <summary>Mean of the samples' smallest numbers.</summary>
    public double AverageLeast => lows / Samples;

    /// <summary>Mean of the samples' largest numbers.</summary>
    public double AverageMost => highs / Samples;

    /// <summary>Numbers of all samples, or an even choice of them.</summary>
    public Histogram Histogram { get; } = new();

    /// <summary>Mean by channel.</summary>
    public IReadOnlyList<float> Means => [.. sums.Select(s => (float)(s / Samples))];

    /// <summary>Takes a sample in.</summary>
    /// <param name="least">Its smallest number.</param>
    /// <param name="most">Its largest number.</param>
    /// <param name="means">Its means by channel.</param>
    /// <param name="numbers">An even choice of its numbers.</param>
    public void Add(float least, float most, ReadOnlySpan<float> means, ReadOnlySpan<float> numbers)
    {
        Samples++;
        (Least, Most, lows, highs) = (Math.Min(Least, least), Math.Max(Most, most), lows + least, highs + most);
        for (int c = 0; c < sums.Length; c++) sums[c] += means[c];
        Histogram.Add(numbers);
    }
}
