using System.Text.RegularExpressions;
using CompileModel.Targets;

namespace CompileModel.Kernels.Builder;

/// <summary>
/// The order in which a core that issues in program order starts a list of C# statements soonest: cycle by cycle the oldest statement whose operands are there and
/// whose pipe is free, vector arithmetic first, out of the next few. The window bounds how far values live before they are used. The compiler of the emitted project keeps the order.
/// Stores keep their order among themselves; loads may pass them, so a block must not load what it stored.
/// </summary>
internal static partial class IssueOrder
{
    /// <summary>Statements that are looked at.</summary>
    private const int Window = 24;

    private enum Pipe { Integer, Load, Store, Vector }

    /// <summary>The lines in their new order; a line that is no simple statement stays where it is, and nothing passes it.</summary>
    public static IEnumerable<string> Of(IEnumerable<string> lines, IssueFacts issue)
    {
        List<Statement> block = [];
        foreach (var line in lines)
        {
            if (Statement.Parse(line, block) is { } statement)
            {
                block.Add(statement);
                continue;
            }
            foreach (var ordered in Ordered(block, issue))
                yield return ordered;
            block.Clear();
            yield return line;
        }
        foreach (var ordered in Ordered(block, issue))
            yield return ordered;
    }

    private static List<string> Ordered(List<Statement> block, IssueFacts issue)
    {
        List<string> result = [];
        var waiting = new List<int>(Enumerable.Range(0, block.Count));
        var issued = new int[block.Count];
        Array.Fill(issued, -1);
        var memoryFree = 0;
        for (var cycle = 0; waiting.Count > 0; cycle++)
        {
            var (vectors, wide) = (0.0, false);
            for (var slot = 0; slot < issue.Width; slot++)
            {
                var next = waiting.Take(Window).Where(i => block[i].After.All(d => issued[d.Index] >= 0 && issued[d.Index] + d.Delay <= cycle)
                    && (block[i].Pipe switch
                    {
                        Pipe.Vector => vectors + 1 <= issue.FmaPerCycle && !wide,
                        Pipe.Load => memoryFree <= cycle && !(block[i].MemoryCycles > 1 && vectors > 0),
                        Pipe.Store => memoryFree <= cycle,
                        _ => true,
                    })).OrderBy(i => block[i].Pipe == Pipe.Vector ? 0 : 1).Select(i => (int?)i).FirstOrDefault();
                if (next is not { } chosen)
                    break;
                waiting.Remove(chosen);
                issued[chosen] = cycle;
                result.Add(block[chosen].Text);
                if (block[chosen].Pipe == Pipe.Vector)
                    vectors++;
                wide |= block[chosen] is { Pipe: Pipe.Load, MemoryCycles: > 1 };
                if (block[chosen].Pipe is Pipe.Load or Pipe.Store)
                    memoryFree = cycle + block[chosen].MemoryCycles;
            }
        }
        return result;
    }

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Names();

    [GeneratedRegex(@"^(?:var |nint )?(?:(\w+)|\((\w+), (\w+)\)) (=|\+=|-=) (.*);$")]
    private static partial Regex Assignment();

    private sealed record Statement(string Text, Pipe Pipe, int MemoryCycles, int Latency, HashSet<string> Defined, HashSet<string> Used, List<(int Index, int Delay)> After)
    {
        public static Statement? Parse(string line, List<Statement> before)
        {
            var text = line.Trim();
            if (!text.EndsWith(';') || text.StartsWith("//", StringComparison.Ordinal) || text.StartsWith("for", StringComparison.Ordinal) || text.StartsWith('}'))
                return null;
            HashSet<string> defined = [], used;
            var value = text;
            if (text.EndsWith("--;", StringComparison.Ordinal))
            {
                defined.Add(text[..^3]);
                used = [text[..^3]];
            }
            else if (Assignment().Match(text) is { Success: true } m)
            {
                defined.UnionWith(new[] { m.Groups[1], m.Groups[2], m.Groups[3] }.Where(g => g.Success).Select(g => g.Value));
                value = m.Groups[5].Value;
                used = [.. Names().Matches(value).Select(n => n.Value)];
                if (m.Groups[4].Value != "=")
                    used.UnionWith(defined);
            }
            else if (text.StartsWith("AdvSimd.", StringComparison.Ordinal) || text.StartsWith('*') || text.Contains("] = ", StringComparison.Ordinal))
                used = [.. Names().Matches(text).Select(n => n.Value)];
            else
                return null;
            var isCopyOfVector = before.Any(s => s.Defined.Contains(value) && s.Pipe is Pipe.Vector or Pipe.Load);
            var (pipe, memory, latency) = defined.Count == 0 ? (Pipe.Store, text.Contains(".StorePair(", StringComparison.Ordinal) ? 2 : 1, 1)
                : value.StartsWith("*(ulong*)", StringComparison.Ordinal) ? (Pipe.Load, 1, 4)
                : value.StartsWith("AdvSimd.LoadVector64", StringComparison.Ordinal) ? (Pipe.Load, 1, 5)
                : value.StartsWith("AdvSimd.Insert(", StringComparison.Ordinal) ? (Pipe.Integer, 0, 4)
                : value.Contains(".LoadPair", StringComparison.Ordinal) ? (Pipe.Load, 4, 5)
                : value.Contains(".Load", StringComparison.Ordinal) ? (Pipe.Load, 2, 5)
                : value.Contains("AdvSimd", StringComparison.Ordinal) || value.Contains("Vector128", StringComparison.Ordinal) ? (Pipe.Vector, 0, 4)
                : isCopyOfVector ? (Pipe.Vector, 0, 2) : (Pipe.Integer, 0, 1);
            List<(int, int)> after = [];
            for (var i = before.Count - 1; i >= 0; i--)
            {
                var s = before[i];
                if (s.Defined.Overlaps(used))
                    after.Add((i, s.Latency));
                else if (s.Used.Overlaps(defined) || s.Defined.Overlaps(defined) || (s.Pipe == Pipe.Store && pipe == Pipe.Store))
                    after.Add((i, 0));
            }
            return new Statement(line, pipe, memory, latency, defined, used, after);
        }
    }
}
