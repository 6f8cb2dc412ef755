namespace CompileModel.Bench.Cycles;

/// <summary>
/// Modelled cycles of one inference: every block times its executions. Blocks are timed as if they followed themselves and found their data in the first cache; misses are counted beside,
/// not charged. The lightest blocks, half a percent of the instructions together, count at the mean of the others.
/// </summary>
/// <param name="Core">The core.</param>
/// <param name="Profile">What was executed.</param>
/// <param name="Blocks">The timed blocks, the heaviest first.</param>
public sealed record CycleEstimate(Core Core, InferenceProfile Profile, IReadOnlyList<TimedBlock> Blocks)
{
    private const double Covered = 0.995;

    /// <summary>Modelled cycles.</summary>
    public double Cycles => Blocks.Sum(b => b.TotalCycles) * Profile.Inference.Instructions / Math.Max(1, Blocks.Sum(b => b.Block.Executions * b.Block.Length));

    /// <summary>Times the blocks of a profile.</summary>
    public static CycleEstimate Of(Core core, InferenceProfile profile)
    {
        var blocks = profile.Inference.Heaviest(Covered);
        var text = Disassembler.Run(blocks.SelectMany(b => b.Words));
        IReadOnlyList<string>[] bodies = [.. blocks.Select(b => (IReadOnlyList<string>)[.. b.Words.Select(w => text[w])])];
        var cycles = core.Timer.Cycles(bodies);
        return new(core, profile, [.. blocks.Select((b, i) => new TimedBlock(b, bodies[i], cycles[i])).OrderByDescending(b => b.TotalCycles)]);
    }

    /// <summary>The same by function, the heaviest first. Misses are those of the timed blocks.</summary>
    public IReadOnlyList<FunctionCycles> ByFunction(Symbols symbols) =>
    [
        .. Blocks.GroupBy(b => symbols.NameOf(b.Block.Address))
            .Select(g => new FunctionCycles(g.Key, g.Sum(b => b.TotalCycles), g.Sum(b => b.Block.Executions * b.Block.Length), g.Sum(b => b.Macs),
                g.Sum(b => b.Block.FirstMisses), g.Sum(b => b.Block.SecondMisses)))
            .OrderByDescending(f => f.Cycles),
    ];
}
