using System.Globalization;

namespace CompileModel.Bench.Tools;

/// <summary>A program that infers one model: ours, or a driver of another engine with the same options.</summary>
/// <param name="Program">The executable.</param>
/// <param name="Arguments">What it needs to be told before the common options.</param>
/// <param name="Qemu">More arguments of qemu-aarch64, for programs that are not static.</param>
/// <param name="Bytes">Size of what has to be shipped besides weights: executable and libraries.</param>
public sealed record Runnable(string Program, IReadOnlyList<string> Arguments, IReadOnlyList<string> Qemu, long Bytes)
{
    /// <summary>Arguments for some inferences.</summary>
    public IEnumerable<string> For(int inferences, int warmup = 0, int threads = 1) =>
        [.. Arguments, "--bench", Text(inferences), "--warmup", Text(warmup), "--threads", Text(threads)];

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
