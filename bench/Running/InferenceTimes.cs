using System.Globalization;
using System.Text.RegularExpressions;

namespace CompileModel.Bench.Running;

/// <summary>Times of one run, in milliseconds.</summary>
/// <param name="Min">The quickest inference.</param>
/// <param name="Median">The one in the middle.</param>
public sealed partial record InferenceTimes(double Min, double Median)
{
    /// <summary>Reads the line that every program prints after <c>--bench</c>.</summary>
    /// <exception cref="BenchException">There is no such line.</exception>
    public static InferenceTimes Parse(string output)
    {
        var m = Pattern().Match(output);
        if (!m.Success) throw new BenchException($"no times in: {output.Trim()}");
        double Number(int group) => double.Parse(m.Groups[group].Value, CultureInfo.InvariantCulture);
        return new(Number(1), Number(2));
    }

    [GeneratedRegex(@"ms: min ([\d.]+) median ([\d.]+)")]
    private static partial Regex Pattern();
}
