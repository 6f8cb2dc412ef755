using System.Globalization;
using System.Text;

namespace CompileModel.Passes.Planning;

/// <summary>The memory plan as text: a line a block of the arena, and the totals.</summary>
public static class MemoryMap
{
    /// <summary>The text; sizes in bytes, live ranges as numbers of the first and last node.</summary>
    public static string Write(MemoryPlan plan)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"arena {plan.ArenaBytes} bytes, lower bound {plan.LowerBound} bytes");
        if (plan.LowerBound > 0) text.Append(CultureInfo.InvariantCulture, $" ({(double)plan.ArenaBytes / plan.LowerBound:F3} times)");
        text.Append(CultureInfo.InvariantCulture, $", weights {plan.Weights.Bytes.Length} bytes\n");
        text.Append("    offset       size  live       values\n");
        foreach (var (offset, block, values) in plan.Blocks)
        {
            string live = string.Create(CultureInfo.InvariantCulture, $"{block.First}..{block.Last}");
            string names = string.Join(' ', values.Select(v => v.Name));
            text.Append(CultureInfo.InvariantCulture, $"{offset,10} {block.Size,10}  {live,-9}  {names}\n");
        }
        return text.ToString();
    }
}
