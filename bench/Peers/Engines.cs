using CompileModel.Bench.Running;

namespace CompileModel.Bench.Peers;

/// <summary>The engines that can be compared.</summary>
public static class Engines
{
    /// <summary>All but ours.</summary>
    public static IReadOnlyList<IEngine> Peers { get; } =
    [
        new OnnxRuntimeEngine(),
        new ComputeLibraryEngine(),
        new XnnpackEngine(),
        new AbsentEngine("ncnn", "ncnn", "Debian 12 has no package of it, and npm and NuGet none that is known to have it for arm64; docs/PERFORMANCE.md has reference figures"),
    ];

    /// <summary>Those that take models of integers, and ours with floats.</summary>
    public static IReadOnlyList<IEngine> QuantizedPeers { get; } = [new OwnEngine(), new OnnxRuntimeEngine(isQuantized: true)];

    /// <summary>A peer by name.</summary>
    /// <exception cref="BenchException">There is none of this name.</exception>
    public static IEngine Peer(string name) =>
        Peers.FirstOrDefault(p => p.Name == name) ?? throw new BenchException($"no engine is named '{name}'; there are {string.Join(", ", Peers.Select(p => p.Name))}");
}
