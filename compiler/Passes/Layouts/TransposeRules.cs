using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Layouts;

/// <summary>Everything that a Transpose can pass, one line each; the first rule that takes a node wins.</summary>
internal static class TransposeRules
{
    /// <summary>The rules in order.</summary>
    public static IReadOnlyList<ITransposeRule> All { get; } =
    [
        new ElementwiseRule(),
        new ReshapeRule(),
        new AxisRule<SliceStatic>((op, perm) => new(Permutation.Before(perm, op.Starts), Permutation.Before(perm, op.Steps), Permutation.Before(perm, op.Sizes))),
        new AxisRule<PadStatic>((op, perm) => op with { Begins = Permutation.Before(perm, op.Begins), Ends = Permutation.Before(perm, op.Ends) }),
        new AxisRule<TileStatic>((op, perm) => new(Permutation.Before(perm, op.Repeats))),
        new AxisRule<ResizeTo>((op, perm) => op.Roi.Count > 0 ? null : op with { Sizes = Permutation.Before(perm, op.Sizes), Scales = Permutation.Before(perm, op.Scales) }),
        new AxisRule<BroadcastTo>((op, perm) => op.To.Count == perm.Count ? new(Permutation.Before(perm, op.To)) : null),
        new AxisRule<LookUp>((op, _) => op),
        new AxisRule<Softmax>((op, perm) => op with { Axis = Axis(op.Axis, perm) }),
        new AxisRule<LogSoftmax>((op, perm) => op with { Axis = Axis(op.Axis, perm) }),
        new AxisRule<Reduce>((op, perm) => op with { Axes = [.. op.Axes.Select(a => perm[a]).Order()] }, (op, perm) => op.KeepDims ? perm : Without(perm, op.Axes)),
    ];

    private static int Axis(int axis, Ints perm) => perm[InferenceContext.Axis(axis, perm.Count)];

    /// <summary>The permutation of the axes that are left when some axes of the transposed tensor are removed.</summary>
    private static Ints Without(Ints perm, Ints axes)
    {
        var left = Enumerable.Range(0, perm.Count).Where(i => !axes.Contains(i)).Select(i => perm[i]).ToArray();
        return [.. left.Select(axis => left.Count(other => other < axis))];
    }
}
