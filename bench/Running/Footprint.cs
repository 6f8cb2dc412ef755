using System.Globalization;
using System.Text.RegularExpressions;
using CompileModel.Bench.Tools;

namespace CompileModel.Bench.Running;

/// <summary>What a program costs besides its inferences, on this machine.</summary>
/// <param name="Bytes">Size of what is shipped without weights.</param>
/// <param name="PeakKilobytes">Resident memory at most, weights included.</param>
/// <param name="StartMilliseconds">From the start of the process to its end, less the one inference.</param>
public sealed partial record Footprint(long Bytes, long PeakKilobytes, double StartMilliseconds)
{
    /// <summary>Runs the program some times and takes the least.</summary>
    public static Footprint Of(Runnable program, int runs)
    {
        string helper = Cache.Built("peak.c", "x64", (source, result) => Tool.Run(Tool.Find("gcc", "gcc"), ["-O2", "-o", result, source]));
        var all = Enumerable.Range(0, runs).Select(_ => Once(helper, program)).ToArray();
        return new(program.Bytes, all.Min(a => a.Peak), all.Min(a => a.Start));
    }

    private static (long Peak, double Start) Once(string helper, Runnable program)
    {
        string output = Tool.Run(helper, [program.Program, .. program.For(1)]).Output;
        var m = Pattern().Match(output);
        double took = double.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture);
        return (long.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture), took - InferenceTimes.Parse(output).Min);
    }

    [GeneratedRegex(@"took ([\d.]+) ms, peak (\d+) KB")]
    private static partial Regex Pattern();
}
