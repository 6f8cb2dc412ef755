namespace CompileModel.Bench.Cycles;

/// <summary>The blocks that one run executed, or that one inference did: a run of two less a run of one.</summary>
/// <param name="Blocks">Each once.</param>
public sealed record BlockProfile(IReadOnlyList<Block> Blocks)
{
    /// <summary>Executed instructions.</summary>
    public long Instructions => Blocks.Sum(b => b.Executions * b.Length);

    /// <summary>Misses of the first data cache.</summary>
    public long FirstMisses => Blocks.Sum(b => b.FirstMisses);

    /// <summary>Misses of the second cache.</summary>
    public long SecondMisses => Blocks.Sum(b => b.SecondMisses);

    /// <summary>Reads what the plugin wrote.</summary>
    public static BlockProfile Read(string path) => new([.. File.ReadLines(path).Select(Block.Parse)]);

    /// <summary>What this run did more often than another. Blocks that ran more often there (start-up is not quite the same twice) are left out; their misses stay in the sum.</summary>
    public BlockProfile Minus(BlockProfile other)
    {
        var before = other.Blocks.ToDictionary(b => (b.Address, b.Code));
        return new([.. Blocks.Select(b => !before.TryGetValue((b.Address, b.Code), out var o) ? b
            : b with { Executions = Math.Max(0, b.Executions - o.Executions), FirstMisses = b.FirstMisses - o.FirstMisses, SecondMisses = b.SecondMisses - o.SecondMisses })]);
    }

    /// <summary>The blocks that make up a share of the instructions, the heaviest first.</summary>
    public IReadOnlyList<Block> Heaviest(double share)
    {
        double wanted = share * Instructions, sum = 0;
        var result = new List<Block>();
        foreach (var block in Blocks.Where(b => b.Executions > 0).OrderByDescending(b => b.Executions * b.Length).ThenBy(b => b.Address))
        {
            if (sum >= wanted) break;
            result.Add(block);
            sum += block.Executions * block.Length;
        }
        return result;
    }
}
