using CompileModel.IR;
using CompileModel.Kernels;
using CompileModel.Kernels.Views;

namespace CompileModel.Passes.Planning;

/// <summary>
/// Stores operands of Concat and Pad inside the result and results of Slice inside the operand, where every kernel that touches the values takes
/// the strides. The biggest savings are tried first; a link that some kernel refuses is undone and the copy stays.
/// </summary>
internal static class PlaceViews
{
    private sealed record Candidate(Node Node, ViewRegion Region, Value Child, Value Parent, bool InsideResult);

    /// <summary>Adds links to the forest.</summary>
    public static void Run(Graph graph, AliasForest forest)
    {
        var candidates = graph.Nodes.SelectMany(Candidates).OrderByDescending(c => c.Child.Type.Bytes).ToArray();
        foreach (var candidate in candidates)
        {
            var group = forest.Group(candidate.Child);
            if (!MayLink(graph, forest, candidate)) continue;
            var old = group.Anchor;
            group.Anchor = candidate.Child;
            group.Link = new(candidate.Parent, candidate.Region, candidate.InsideResult);
            if (graph.Nodes.All(n => Accepts(n, forest))) continue;
            (group.Anchor, group.Link) = (old, null);
        }
    }

    /// <summary>What is left of a node: the template to call with the operands it still has; null when nothing is left to do.</summary>
    public static (KernelTemplate Template, IReadOnlyList<Value> Inputs)? Remainder(Node node, AliasForest forest)
    {
        if (node.Operator is not KernelCall call) return null;
        var all = node.PresentInputs.ToArray();
        if (Regions(node) is not { Count: > 0 } regions) return (call.Template, all);
        var inPlace = regions.Where(r => IsInPlace(node, r, forest)).Select(r => r.Operand).ToHashSet();
        if (inPlace.Count == 0) return (call.Template, all);
        int[] copied = [.. Enumerable.Range(0, all.Length).Where(i => !inPlace.Contains(i))];
        return ((IViewTemplate)call.Template).Rest(copied) is { } rest ? (rest, copied.Select(i => all[i]).ToArray()) : null;
    }

    /// <summary>Whether the elements of a region lie at the same place in the operand and the result.</summary>
    public static bool IsInPlace(Node node, ViewRegion region, AliasForest forest)
    {
        var (operand, result) = (node.Input(region.Operand), node.Output);
        if (forest.Root(operand) != forest.Root(result)) return false;
        var (a, b) = (forest.Resolve(operand)!.Value, forest.Resolve(result)!.Value);
        return LayoutViews.SharesPlace(region, a.Offset, a.Layout, b.Offset, b.Layout);
    }

    /// <summary>Regions of a data-movement node; empty for any other node.</summary>
    internal static IReadOnlyList<ViewRegion> Regions(Node node) => node.Operator is KernelCall { Template: IViewTemplate view }
        ? view.Regions([.. node.PresentInputs.Select(v => v.Shape)], node.Output.Shape) : [];

    private static IEnumerable<Candidate> Candidates(Node node)
    {
        foreach (var region in Regions(node))
        {
            var (operand, result) = (node.Input(region.Operand), node.Output);
            if (Covers(region.OperandOffsets, region.OperandSteps, region.Sizes, operand)) yield return new(node, region, operand, result, true);
            else if (Covers(region.ResultOffsets, Ints.Repeat(1, region.Sizes.Count), region.Sizes, result)) yield return new(node, region, result, operand, false);
        }
    }

    private static bool Covers(Ints offsets, Ints steps, Ints sizes, Value value) =>
        offsets.All(o => o == 0) && steps.All(s => s == 1) && sizes.Span.SequenceEqual(value.Shape.ToArray());

    private static bool MayLink(Graph graph, AliasForest forest, Candidate candidate)
    {
        var group = forest.Group(candidate.Child);
        if (group.Link is not null || group.Base != StorageBase.Arena || candidate.Child.Shape.Count == 0) return false;
        var root = forest.Root(candidate.Parent);
        if (root == group) return false;

        // Weights are packed by content; a part of one is copied. Memory of the caller's input may be read through a view.
        return root.Base != StorageBase.Weights && (!candidate.InsideResult || root.Base != StorageBase.Input);
    }

    private static bool Accepts(Node node, AliasForest forest)
    {
        bool Fits(KernelTemplate? template, int operand, Value value) => forest.Resolve(value) is { } place
            && (place.Layout.IsDense || (template is not null && template.AcceptsView(operand) && LayoutViews.IsInnermostContiguous(place.Layout)));

        if (node.Operator is not KernelCall) return node.PresentInputs.Concat(node.PresentOutputs).All(v => forest.Resolve(v) is not null);
        if (node.PresentInputs.Concat(node.PresentOutputs).Any(v => forest.Resolve(v) is null)) return false;
        if (Remainder(node, forest) is not var (template, inputs)) return true;
        var outputs = node.PresentOutputs.ToArray();
        return Enumerable.Range(0, inputs.Count).All(i => Fits(template, i, inputs[i]))
            && Enumerable.Range(0, outputs.Length).All(i => Fits(template, inputs.Count + i, outputs[i]));
    }
}
