using CompileModel.Targets;

namespace CompileModel.Publish;

/// <summary>What publishing needs to know about a target.</summary>
/// <param name="Name">As the user names it.</param>
/// <param name="Architecture">Machine architecture.</param>
/// <param name="InstructionSet">Value for ilc's --instruction-set.</param>
public sealed record PublishTarget(string Name, TargetArchitecture Architecture, string InstructionSet)
{
    /// <summary>The part of a profile that counts here.</summary>
    public static PublishTarget Of(TargetProfile profile) => new(profile.Name, profile.Architecture, profile.IlcInstructionSet);

    /// <summary>Whether the executable keeps its symbol table.</summary>
    public bool KeepSymbols { get; init; }

    /// <summary>As ilc names the architecture.</summary>
    public string IlcName => Architecture == TargetArchitecture.Arm64 ? "arm64" : "x64";

    /// <summary>As Linux names it, for instance in the folder of its C library.</summary>
    public string LinuxName => Architecture == TargetArchitecture.Arm64 ? "aarch64" : "x86_64";

    /// <summary>As Debian names it, for instance in the packages of its C library.</summary>
    public string DebianName => Architecture == TargetArchitecture.Arm64 ? "arm64" : "amd64";

    /// <summary>The commands that install the C library on Debian.</summary>
    public string MuslInstall => $"dpkg --add-architecture {DebianName} && apt-get update && apt-get install -y musl-dev:{DebianName}";
}
