using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels;

namespace CompileModel.Passes.Planning;

/// <summary>
/// Which values share memory. Groups of values (one for each set of values connected by ReshapeTo) form a forest: a group lies inside a value of
/// its parent group or owns memory. Links carry no copies: linked values hold the same elements, except for in-place links, where the parent is
/// dead when the child is written.
/// </summary>
internal sealed class AliasForest
{
    private readonly Dictionary<Value, AliasGroup> groups = [];

    /// <summary>The forest of a lowered graph without any link.</summary>
    public AliasForest(Graph graph)
    {
        for (int i = 0; i < graph.Inputs.Length; i++) Own(graph.Inputs[i], StorageBase.Input, i);
        foreach (var value in graph.Constants.Keys.OrderBy(v => v.Name, StringComparer.Ordinal)) Own(value, StorageBase.Weights, 0);
        foreach (var node in graph.Nodes)
        {
            foreach (var output in node.PresentOutputs) groups.Add(output, new(output));
            if (node.Operator is ReshapeTo) Merge(groups[node.Input(0)], groups[node.Output]);
        }
        for (int i = 0; i < graph.Outputs.Length; i++)
        {
            var group = groups[graph.Outputs[i].Value];
            if (group.Base != StorageBase.Arena) throw new InternalCompilerException($"output '{graph.Outputs[i].Name}' shares its elements with {group.Base} {group.Index}");
            (group.Base, group.Index) = (StorageBase.Output, i);
        }
    }

    /// <summary>The group of a value.</summary>
    public AliasGroup Group(Value value) => groups[value];

    /// <summary>All values.</summary>
    public IEnumerable<Value> Values => groups.Keys;

    /// <summary>The group that owns the memory a value lies in.</summary>
    public AliasGroup Root(Value value)
    {
        var group = groups[value];
        while (group.Link is { } link) group = groups[link.Parent];
        return group;
    }

    /// <summary>Byte offset in the root's memory and layout of a value; null when a view cannot be written as strides.</summary>
    public (long Offset, Layout Layout)? Resolve(Value value)
    {
        var group = groups[value];
        (long Offset, Layout Layout)? anchor;
        if (group.Link is { } link)
        {
            if (Resolve(link.Parent) is not { } parent) return null;
            var (offset, layout) = link.Region is null ? (0, LayoutViews.Reshape(parent.Layout, Dims(group.Anchor)))
                : link.InsideResult ? LayoutViews.ResultBox(parent.Layout, link.Region)
                : LayoutViews.OperandBox(parent.Layout, link.Region);
            if (layout is null) return null;
            anchor = (parent.Offset + offset * layout.Type.Size(), layout);
        }
        else anchor = (0, Layout.Dense(group.Anchor.Type));
        if (value == group.Anchor) return anchor;
        return LayoutViews.Reshape(anchor.Value.Layout, Dims(value)) is { } reshaped ? (anchor.Value.Offset, reshaped) : null;
    }

    private static Ints Dims(Value value) => new(value.Shape.ToArray());

    private void Own(Value value, StorageBase @base, int index) => groups.Add(value, new(value) { Base = @base, Index = index });

    private void Merge(AliasGroup into, AliasGroup from)
    {
        into.Members.AddRange(from.Members);
        foreach (var member in from.Members) groups[member] = into;
    }
}
