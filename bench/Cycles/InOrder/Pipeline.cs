namespace CompileModel.Bench.Cycles.InOrder;

/// <summary>
/// The scoreboard of a dual-issue in-order core. An instruction issues in the first cycle in which its operands are ready, its pipe is free and the instruction before it has issued;
/// see <see cref="InOrderCore"/> for the pipes. Data is always in the first cache, branches are always foreseen.
/// </summary>
public sealed class Pipeline
{
    private const int Width = 2, VectorPipes = 2;

    private readonly int[] ready = new int[Registers.Count];
    private readonly (VectorRule? Rule, int Ready)[] forwarded = new (VectorRule?, int)[Registers.Count];
    private int loadStoreFree, dividerFree, flagsReady;
    private int issued, vectorPipesTaken;
    private bool quadKeptOut, multiplied;

    /// <summary>The cycle in which the instruction before issued.</summary>
    public int Cycle { get; private set; }

    /// <summary>Issues the next instruction in program order and returns its cycle.</summary>
    public int Issue(Instruction i)
    {
        int cycle = Math.Max(Cycle, OperandsReady(i));
        if (i.LoadStoreCycles > 0) cycle = Math.Max(cycle, loadStoreFree);
        if (i.VectorPipes > 0 || i.Cost.Occupies > 0) cycle = Math.Max(cycle, dividerFree);
        if (cycle == Cycle && !Fits(i)) cycle++;
        if (cycle > Cycle) (Cycle, issued, vectorPipesTaken, quadKeptOut, multiplied) = (cycle, 0, 0, false, false);
        Take(i);
        return cycle;
    }

    private int OperandsReady(Instruction i)
    {
        int cycle = i.ReadsFlags ? flagsReady : 0;
        foreach (int r in i.Sources) cycle = Math.Max(cycle, ready[r]);
        if (i.Accumulator >= 0)
        {
            var (rule, early) = forwarded[i.Accumulator];
            cycle = Math.Max(cycle, rule is not null && rule == i.Rule ? early : ready[i.Accumulator]);
        }
        return cycle;
    }

    private bool Fits(Instruction i) => issued < Width
        && vectorPipesTaken + i.VectorPipes <= VectorPipes
        && !(quadKeptOut && i.VectorPipes == VectorPipes)
        && !(i.KeepsQuadOut && vectorPipesTaken == VectorPipes)
        && !(i.Multiplies && multiplied);

    private void Take(Instruction i)
    {
        issued = i.EndsCycle ? Width : issued + 1;
        vectorPipesTaken += i.VectorPipes;
        quadKeptOut |= i.KeepsQuadOut;
        multiplied |= i.Multiplies;
        if (i.LoadStoreCycles > 0) loadStoreFree = Cycle + i.LoadStoreCycles;
        if (i.Cost.Occupies > 0) dividerFree = Cycle + i.Cost.Occupies;
        if (i.SetsFlags) flagsReady = Cycle + 1;
        foreach (int r in i.Results)
        {
            ready[r] = Cycle + i.Cost.Latency;
            forwarded[r] = i.Cost.Forwarded > 0 ? (i.Rule, Cycle + i.Cost.Forwarded) : default;
        }
        if (i.MovedBase >= 0) ready[i.MovedBase] = Cycle + 1;
    }
}
