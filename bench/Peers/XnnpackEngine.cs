using CompileModel.Bench.Models;
using CompileModel.Bench.Running;
using CompileModel.Bench.Tools;
using CompileModel.Targets;

namespace CompileModel.Bench.Peers;

/// <summary>XNNPACK as Debian 12 has it, through its subgraph interface.</summary>
public sealed class XnnpackEngine : IEngine
{
    private static readonly DebianLibrary Library = new("xnnpack", "libxnnpack0", "libxnnpack-dev", "libpthreadpool0", "libpthreadpool-dev", "libcpuinfo0");

    /// <inheritdoc/>
    public string Name => "xnnpack";

    /// <inheritdoc/>
    public string Title => "XNNPACK 2022-02";

    /// <inheritdoc/>
    public string? Missing(TargetProfile target) => target.Architecture == TargetArchitecture.Arm64 ? Library.Missing : "it is driven on Arm alone";

    /// <summary>Not with concatenations, which this version lacks, nor with windows that fit partly.</summary>
    public bool Takes(Network network) => !network.Layers.Any(l => l is ConcatLayer or MaxPoolLayer { Ceil: true });

    /// <inheritdoc/>
    public Runnable Prepare(Network network, TargetProfile target)
    {
        string driver = NativeDriver.Build("xnnpack.c", arm64: true, [.. Library.Flags, "-lXNNPACK", "-lpthreadpool", "-lm"]);
        return new(driver, [NetworkText.WriteOnce(network)], [.. Sysroot.Arguments(target), .. Library.Qemu], Library.Bytes);
    }
}
