namespace CompileModel.Kernels.Gemm;

/// <summary>An instruction to be placed between those of a chain that keeps the arithmetic pipe busy.</summary>
/// <param name="Release">first slot it may stand in: after that many instructions of the chain</param>
/// <param name="Deadline">slot after which somebody waits for it</param>
/// <param name="Emit">writes it</param>
/// <param name="Then">what it makes ready, so many slots later</param>
internal sealed record SlotOp(int Release, int Deadline, Action Emit, (int Delay, SlotOp Op)? Then = null)
{
    /// <summary>The instruction of the chain that takes what it gives, if one does: it stands in front of that even where there is no room beside others.</summary>
    public int Use { get; init; } = int.MaxValue;
}
