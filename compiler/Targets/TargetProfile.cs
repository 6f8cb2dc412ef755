using System.Collections.Immutable;

namespace CompileModel.Targets;

/// <summary>What the compiler knows about a processor; read from a JSON file by <see cref="TargetProfiles"/>.</summary>
/// <param name="Name">as in --target</param>
/// <param name="Description">one line for people</param>
/// <param name="Architecture">machine architecture</param>
/// <param name="Isas">vector instruction sets: neon, dotprod, avx2, avx512, vnni</param>
/// <param name="VectorBits">bits of a vector register</param>
/// <param name="VectorRegisters">number of vector registers</param>
/// <param name="Caches">data caches, nearest first</param>
/// <param name="Issue">issue facts</param>
/// <param name="IlcInstructionSet">value for the --instruction-set option of ilc</param>
/// <param name="QemuCpu">CPU model of qemu 7.2 that has no instruction which the target lacks; not used for x86-64</param>
public sealed record TargetProfile(
    string Name,
    string Description,
    TargetArchitecture Architecture,
    ImmutableArray<string> Isas,
    int VectorBits,
    int VectorRegisters,
    ImmutableArray<CacheLevel> Caches,
    IssueFacts Issue,
    string IlcInstructionSet,
    string QemuCpu)
{
    /// <summary>Whether the target has an instruction set of this name.</summary>
    public bool Has(string isa) => Isas.Contains(isa);

    /// <summary>A cache by level, or null.</summary>
    public CacheLevel? Cache(int level) => Caches.FirstOrDefault(c => c.Level == level);

    /// <summary>Profiles are equal by name and content of their lists.</summary>
    public bool Equals(TargetProfile? other) => other is not null && Name == other.Name && Architecture == other.Architecture
        && Isas.SequenceEqual(other.Isas) && VectorBits == other.VectorBits && VectorRegisters == other.VectorRegisters
        && Caches.SequenceEqual(other.Caches) && Issue == other.Issue && IlcInstructionSet == other.IlcInstructionSet;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Architecture, VectorBits);
}
