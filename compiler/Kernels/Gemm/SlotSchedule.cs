namespace CompileModel.Kernels.Gemm;

/// <summary>
/// Places loads and address arithmetic between multiply-adds, one beside each: what an in-order core with two issue slots can start in one cycle.
/// The most urgent instruction that is ready goes first; what does not fit follows at the end.
/// </summary>
internal static class SlotSchedule
{
    /// <summary>Writes <paramref name="chain"/> with the others in between.</summary>
    public static void Write(IReadOnlyList<Action> chain, IEnumerable<SlotOp> others)
    {
        List<SlotOp> waiting = [.. others];
        for (var slot = 0; slot < chain.Count || waiting.Count > 0; slot++)
        {
            if (slot < chain.Count)
                chain[slot]();
            var next = waiting.Where(o => o.Release <= slot).OrderBy(o => o.Deadline).FirstOrDefault();
            if (next is null)
                continue;
            waiting.Remove(next);
            next.Emit();
            if (next.Then is { } then)
                waiting.Add(then.Op with { Release = Math.Max(then.Op.Release, slot + then.Delay) });
        }
    }
}
