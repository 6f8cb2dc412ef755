namespace CompileModel.Kernels.Gemm;

/// <summary>
/// Places loads and address arithmetic between multiply-adds, one beside each: what an in-order core with two issue slots can start in one cycle.
/// The most urgent instruction that is ready goes first; where there is no room, what the next multiply-add takes stands in front of it all the same, and the rest follows at the end.
/// </summary>
internal static class SlotSchedule
{
    /// <summary>Writes <paramref name="chain"/> with the others in between.</summary>
    public static void Write(IReadOnlyList<Action> chain, IEnumerable<SlotOp> others)
    {
        List<SlotOp> waiting = [.. others];
        void Emit(SlotOp op, int slot)
        {
            waiting.Remove(op);
            op.Emit();
            if (op.Then is { } then)
                waiting.Add(then.Op with { Release = Math.Max(then.Op.Release, slot + then.Delay) });
        }
        SlotOp? Next(int slot, int use) => waiting.Where(o => o.Release <= slot && o.Use <= use).OrderBy(o => o.Deadline).FirstOrDefault();
        for (var slot = 0; slot < chain.Count || waiting.Count > 0; slot++)
        {
            while (Next(slot - 1, slot) is { } late)
                Emit(late, slot - 2);
            if (slot < chain.Count)
                chain[slot]();
            if (Next(slot, int.MaxValue) is { } next)
                Emit(next, slot);
        }
    }
}
