using CompileModel.IR;
using CompileModel.Kernels;

namespace CompileModel.Passes.Planning;

/// <summary>
/// Lets a result take the memory of an operand that dies with the call, where the kernel reads each index before it writes it. Runs after the order is
/// fixed, and after views, which save copies and not only memory.
/// </summary>
internal static class PlaceInPlace
{
    /// <summary>Adds in-place links to the forest.</summary>
    public static void Run(IReadOnlyList<Node> order, AliasForest forest)
    {
        for (int step = 0; step < order.Count; step++)
        {
            var node = order[step];
            if (node.Operator is not KernelCall call || PlaceViews.Remainder(node, forest) is not var (template, _) || template != call.Template) continue;
            var outputs = node.PresentOutputs.ToArray();
            var inputs = node.PresentInputs.ToArray();
            for (int o = 0; o < outputs.Length; o++)
            {
                for (int i = 0; i < inputs.Length; i++)
                {
                    if (!template.MayAlias(i, o) || !TryLink(order, forest, step, inputs, i, outputs, o, template)) continue;
                    break;
                }
            }
        }
    }

    private static bool TryLink(IReadOnlyList<Node> order, AliasForest forest, int step, Value[] inputs, int i, Value[] outputs, int o, KernelTemplate template)
    {
        var (x, z) = (inputs[i], outputs[o]);
        var (dying, born) = (forest.Root(x), forest.Group(z));
        if (born.Link is not null || dying == born || dying.Base != StorageBase.Arena || x.Element != z.Element || !x.Shape.Equals(z.Shape)) return false;
        if (forest.Resolve(x) is not { Layout.IsDense: true }) return false;

        var liveness = new LivenessAnalysis(order, forest);
        if (liveness.Range(dying).Last != step || liveness.Range(born).First != step) return false;

        // Other operands in the same memory must be the very same elements, and other results must not lie there.
        for (int k = 0; k < inputs.Length; k++)
        {
            if (k == i || forest.Root(inputs[k]) != dying) continue;
            if (!template.MayAlias(k, o) || !inputs[k].Shape.Equals(x.Shape) || forest.Resolve(inputs[k]) != forest.Resolve(x)) return false;
        }
        if (outputs.Any(other => forest.Root(other) == dying)) return false;

        if (born.Base == StorageBase.Arena)
        {
            (born.Anchor, born.Link) = (z, new(x, null, false));
            return true;
        }
        if (born.Base != StorageBase.Output || forest.Group(x) != dying) return false;
        (dying.Anchor, dying.Link) = (x, new(z, null, false));
        return true;
    }
}
