using CompileModel.IR;

namespace CompileModel.Passes.Planning;

/// <summary>Values that hold the same elements in the same order under different shapes (ReshapeTo): they share their memory always.</summary>
internal sealed class AliasGroup(Value first)
{
    /// <summary>The values.</summary>
    public List<Value> Members { get; } = [first];

    /// <summary>The member that the link places.</summary>
    public Value Anchor { get; set; } = first;

    /// <summary>Where the group lies when it has no memory of its own.</summary>
    public AliasLink? Link { get; set; }

    /// <summary>What the group's own memory is counted from.</summary>
    public StorageBase Base { get; set; } = StorageBase.Arena;

    /// <summary>Which graph input or output.</summary>
    public int Index { get; set; }
}
