using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Recurrent;

/// <summary>A vector of states: which sequence of the block, the first state, and how many there are.</summary>
internal sealed record RecurrencePlace(RoutineBuilder Builder, int Row, Int Column, int Count)
{
    /// <summary>The states of this place from the sequence's pointer.</summary>
    public Vec Load(IReadOnlyList<Ptr> rows, string name) => Load(rows[Row], name);

    /// <summary>Numbers that all sequences share.</summary>
    public Vec Load(Ptr row, string name) => Builder.LoadPartial(row + Column, Count, name);

    /// <summary>Stores to the sequence's pointer.</summary>
    public void Store(IReadOnlyList<Ptr> rows, Vec value) => Builder.StorePartial(rows[Row] + Column, value, Count);
}
