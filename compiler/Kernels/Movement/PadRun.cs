using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Kernels.Movement;

/// <summary>Indexes of one padded axis as few pieces: result index Start + i takes operand index First + i * Step, or the fill value.</summary>
/// <param name="Start">First index of the result.</param>
/// <param name="Count">How many.</param>
/// <param name="First">First index of the operand; -1 for the fill value.</param>
/// <param name="Step">-1, 0 or 1.</param>
internal readonly record struct PadRun(int Start, int Count, int First, int Step)
{
    /// <summary>Whether the fill value is stored.</summary>
    public bool IsFill => First < 0;

    /// <summary>The pieces of an axis of <paramref name="size"/> elements.</summary>
    public static IReadOnlyList<PadRun> Of(int size, int begin, int end, PadMode mode)
    {
        var runs = new List<PadRun>();
        for (int i = 0; i < begin + size + end; i++)
        {
            int index = Source(i - begin, size, mode);
            bool inside = i >= begin && i < begin + size;
            if (runs.Count > 0 && Extended(runs[^1], index) is { } longer && (i != begin && i != begin + size || mode != PadMode.Constant))
                runs[^1] = longer;
            else
                runs.Add(new(i, 1, index, inside ? 1 : 0));
        }
        return runs;
    }

    private static PadRun? Extended(PadRun run, int index)
    {
        if (run.IsFill || index < 0) return run.IsFill && index < 0 ? run with { Count = run.Count + 1 } : null;
        int step = run.Count == 1 ? index - run.First : run.Step;
        return Math.Abs(step) <= 1 && index == run.First + run.Count * step ? run with { Count = run.Count + 1, Step = step } : null;
    }

    private static int Source(int i, int size, PadMode mode)
    {
        if (i >= 0 && i < size) return i;
        switch (mode)
        {
            case PadMode.Constant: return -1;
            case PadMode.Edge: return i < 0 ? 0 : size - 1;
            case PadMode.Wrap: return ((i % size) + size) % size;
            default:
                if (size == 1) return 0;
                int period = 2 * (size - 1), at = ((i % period) + period) % period;
                return at < size ? at : period - at;
        }
    }
}
