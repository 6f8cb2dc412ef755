namespace CompileModel.Targets;

/// <summary>Instruction set architecture of a target.</summary>
public enum TargetArchitecture
{
    /// <summary>AArch64.</summary>
    Arm64,

    /// <summary>x86-64.</summary>
    X64,
}
