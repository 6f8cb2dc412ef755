namespace CompileModel.Bench.Cycles.InOrder;

/// <summary>
/// Times blocks for Cortex-A53 and A55. llvm-mca's own models of them are no use for kernels: they write back in order, so that no load runs beside a multiply-accumulate.
/// </summary>
/// <param name="core">The core.</param>
public sealed class InOrderTimer(InOrderCore core) : IBlockTimer
{
    private const int WarmUp = 8, Measured = 8;
    private readonly Decoder decoder = new(core);

    /// <summary>The timers by the names of the targets.</summary>
    public static IReadOnlyDictionary<string, InOrderTimer> Cores { get; } =
        new[] { InOrderCore.CortexA53, InOrderCore.CortexA55 }.ToDictionary(c => c.Name, c => new InOrderTimer(c));

    /// <inheritdoc/>
    public string Source => "bench's in-order model";

    /// <inheritdoc/>
    public IReadOnlyList<double> Cycles(IReadOnlyList<IReadOnlyList<string>> blocks) => [.. blocks.AsParallel().AsOrdered().Select(Cycles)];

    /// <summary>Cycles of one block in a loop of itself.</summary>
    public double Cycles(IReadOnlyList<string> block)
    {
        var (pipeline, instructions) = (new Pipeline(), Decode(block));
        for (int i = 0; i < WarmUp; i++) Run(pipeline, instructions);
        int start = pipeline.Cycle;
        for (int i = 0; i < Measured; i++) Run(pipeline, instructions);
        return Math.Max((pipeline.Cycle - start) / (double)Measured, instructions.Length / 2.0);
    }

    /// <summary>The cycle in which each instruction issues in a steady turn of the loop, from 0.</summary>
    public IReadOnlyList<int> Schedule(IReadOnlyList<string> block)
    {
        var (pipeline, instructions) = (new Pipeline(), Decode(block));
        for (int i = 0; i < WarmUp; i++) Run(pipeline, instructions);
        int[] cycles = [.. instructions.Select(pipeline.Issue)];
        return [.. cycles.Select(c => c - cycles[0])];
    }

    private static void Run(Pipeline pipeline, Instruction[] instructions)
    {
        foreach (var i in instructions) pipeline.Issue(i);
    }

    private Instruction[] Decode(IReadOnlyList<string> block) => [.. block.Select(decoder.Decode)];
}
