using System.Globalization;
using CompileModel.Bench.Tools;
using CompileModel.Targets;

namespace CompileModel.Bench.Peers;

/// <summary>
/// What dynamically linked arm64 programs see of the system under qemu-aarch64: the C and C++ libraries of Debian's cross compiler, and a /proc/cpuinfo that names the core, from which
/// engines choose their kernels.
/// </summary>
public static class Sysroot
{
    private const string Libraries = "/usr/aarch64-linux-gnu/lib";

    /// <summary>MIDR part numbers (Arm's technical reference manuals), and what Linux calls the features.</summary>
    private static readonly Dictionary<string, (int Part, bool Extended)> Cores = new()
    {
        ["cortex-a53"] = (0xd03, false), ["cortex-a55"] = (0xd05, true), ["cortex-a57"] = (0xd07, false), ["cortex-a72"] = (0xd08, false), ["cortex-a73"] = (0xd09, false),
        ["cortex-a76"] = (0xd0b, true), ["cortex-a78"] = (0xd41, true), ["neoverse-n1"] = (0xd0c, true), ["armv8-a"] = (0xd03, false),
    };

    /// <summary>Why there is none, or null.</summary>
    public static string? Missing => Directory.Exists(Libraries) ? null : $"{Libraries} is missing (apt-get install libstdc++6-arm64-cross)";

    /// <summary>The arguments of qemu-aarch64 that show it to a program.</summary>
    public static IReadOnlyList<string> Arguments(TargetProfile target) => ["-L", For(target)];

    private static string For(TargetProfile target) => Cache.Once(Cache.At("bench", "sysroot-1-" + target.Name), folder =>
    {
        Directory.CreateDirectory(Path.Combine(folder, "proc"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "lib"), Libraries);
        var (part, extended) = Cores[target.Name];
        string features = "fp asimd evtstrm crc32" + (extended ? " atomics fphp asimdhp cpuid asimdrdm lrcpc dcpop asimddp" : " cpuid");
        File.WriteAllText(Path.Combine(folder, "proc", "cpuinfo"), string.Create(CultureInfo.InvariantCulture,
            $"processor\t: 0\nBogoMIPS\t: 108.00\nFeatures\t: {features}\nCPU implementer\t: 0x41\nCPU architecture: 8\nCPU variant\t: 0x0\nCPU part\t: 0x{part:x3}\nCPU revision\t: 3\n\n"));
    });
}
