using CompileModel.IR;
using CompileModel.Passes.Bounded.Rules;

namespace CompileModel.Passes.Bounded;

/// <summary>All rules for open extents; each operator has at most one.</summary>
public static class ExtentRules
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<IExtentRule> All { get; } =
    [
        new PointwiseRule(), new AxisRule(), new ReduceRule(), new ProductRule(), new WindowRule(), new SliceRule(), new ConcatRule(), new PadRule(), new GatherRule(),
        new ReshapeRule(), new TileRule(), new ResizeRule(), new DataSizedRule(), new RecurrenceRule(),
    ];

    /// <summary>The rule for an operator, or null.</summary>
    public static IExtentRule? For(Operator op) => All.FirstOrDefault(r => r.Takes(op));
}
