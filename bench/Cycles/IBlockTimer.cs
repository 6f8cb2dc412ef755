namespace CompileModel.Bench.Cycles;

/// <summary>Says how long a core takes for straight code, with all data in its first cache.</summary>
public interface IBlockTimer
{
    /// <summary>What the figures are from, for the tables' captions.</summary>
    string Source { get; }

    /// <summary>Cycles of each block, each taken to follow itself again and again: filling the pipeline is not counted.</summary>
    /// <param name="blocks">Blocks as assembler text, one instruction an element.</param>
    IReadOnlyList<double> Cycles(IReadOnlyList<IReadOnlyList<string>> blocks);
}
