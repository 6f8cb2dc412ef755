using CompileModel.Bench.Models;
using CompileModel.Bench.Running;
using CompileModel.Bench.Tools;
using CompileModel.Targets;

namespace CompileModel.Bench.Peers;

/// <summary>An engine that belongs into the comparison and cannot be had; the reason is printed.</summary>
/// <param name="name">How it is named on the command line.</param>
/// <param name="title">For the message.</param>
/// <param name="reason">Why.</param>
public sealed class AbsentEngine(string name, string title, string reason) : IEngine
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Title => title;

    /// <inheritdoc/>
    public string Missing(TargetProfile target) => reason;

    /// <inheritdoc/>
    public Runnable Prepare(Network network, TargetProfile target) => throw new BenchException($"{title}: {reason}");
}
