using CompileModel.IR;
using CompileModel.Kernels.Views;

namespace CompileModel.Passes.Planning;

/// <summary>How the anchor of a group lies in a value of another group.</summary>
/// <param name="Parent">The value it lies in.</param>
/// <param name="Region">The region that says where; null when both are the same elements (in place).</param>
/// <param name="InsideResult">The anchor is the region's operand inside the parent, which is the result; otherwise the other way round.</param>
internal sealed record AliasLink(Value Parent, ViewRegion? Region, bool InsideResult);

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
