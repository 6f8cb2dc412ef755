using CompileModel.Bench.Models;
using CompileModel.Bench.Running;
using CompileModel.Bench.Tools;
using CompileModel.Targets;

namespace CompileModel.Bench.Peers;

/// <summary>Arm Compute Library as Debian 12 has it, through its graph interface, NHWC, fast math off.</summary>
public sealed class ComputeLibraryEngine : IEngine
{
    private static readonly DebianLibrary Library = new("arm-compute", "libarm-compute20", "libarm-compute-dev");

    /// <inheritdoc/>
    public string Name => "computelibrary";

    /// <inheritdoc/>
    public string Title => "Arm Compute Library 20.08";

    /// <inheritdoc/>
    public string? Missing(TargetProfile target) => target.Architecture == TargetArchitecture.Arm64 ? Library.Missing : "it is for Arm";

    /// <inheritdoc/>
    public Runnable Prepare(Network network, TargetProfile target)
    {
        string driver = NativeDriver.Build("acl.cpp", arm64: true, [.. Library.Flags, "-larm_compute_graph", "-larm_compute", "-larm_compute_core"]);
        return new(driver, [NetworkText.WriteOnce(network)], [.. Sysroot.Arguments(target), .. Library.Qemu], Library.Bytes);
    }
}
