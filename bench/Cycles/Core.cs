using CompileModel.Targets;

namespace CompileModel.Bench.Cycles;

/// <summary>A core that programs are timed for: its caches and the CPU model of QEMU come from the compiler's target profile.</summary>
/// <param name="Profile">The target.</param>
/// <param name="Timer">Times its blocks.</param>
public sealed record Core(TargetProfile Profile, IBlockTimer Timer)
{
    /// <summary>The four cores of the tables.</summary>
    public static readonly IReadOnlyList<string> Table = ["cortex-a53", "cortex-a55", "cortex-a72", "neoverse-n1"];

    /// <summary>llvm-mca's model for each out-of-order core. It has none of A73, A76 and A78 that deserves the name; N1 is A76 for servers, A78 its close relative.</summary>
    private static readonly Dictionary<string, string> ScheduledByLlvm = new()
    {
        ["cortex-a57"] = "cortex-a57", ["cortex-a72"] = "cortex-a72", ["cortex-a76"] = "neoverse-n1", ["cortex-a78"] = "neoverse-n1", ["neoverse-n1"] = "neoverse-n1",
    };

    /// <summary>A core by the name of its target.</summary>
    /// <exception cref="BenchException">There is no model of it.</exception>
    public static Core Of(string name)
    {
        IBlockTimer timer = InOrder.InOrderTimer.Cores.TryGetValue(name, out var inOrder) ? inOrder
            : ScheduledByLlvm.TryGetValue(name, out string? scheduled) ? new LlvmMcaTimer(scheduled)
            : throw new BenchException($"no timing model of '{name}'; there are {string.Join(", ", InOrder.InOrderTimer.Cores.Keys.Concat(ScheduledByLlvm.Keys))}");
        return new(TargetProfiles.Load(name), timer);
    }

    /// <summary>The plugin's arguments for its caches.</summary>
    public string CacheArguments => string.Join(',', new[] { 1, 2 }.Select(level => Profile.Cache(level) is { } c ? $"l{level}={c.Bytes / 1024}:{c.Ways}"
        : throw new BenchException($"{Profile.Name} has no cache of level {level}")));
}
