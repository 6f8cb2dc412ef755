using CompileModel.Bench.Models;
using CompileModel.Bench.Tools;
using CompileModel.Targets;

namespace CompileModel.Bench.Running;

/// <summary>Something that infers networks.</summary>
public interface IEngine
{
    /// <summary>How it is named on the command line.</summary>
    string Name { get; }

    /// <summary>Name and version, for tables.</summary>
    string Title { get; }

    /// <summary>Why it cannot be had for a target, or null when it can.</summary>
    string? Missing(TargetProfile target);

    /// <summary>Whether it has all the layers of a network.</summary>
    bool Takes(Network network) => true;

    /// <summary>A program for one network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="target">The processor.</param>
    Runnable Prepare(Network network, TargetProfile target);
}
