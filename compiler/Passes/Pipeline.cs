using CompileModel.IR;

namespace CompileModel.Passes;

/// <summary>All passes of the compiler, in order, each with the reason for its place.</summary>
public static class Pipeline
{
    /// <summary>The groups in order. Passes hold no state, so the list is shared.</summary>
    public static IReadOnlyList<PassGroup> Groups { get; } =
    [
        // One form for one meaning, whatever the exporter wrote. Repeated because each rewrite uncovers others.
        new("canonicalize", Stage.Typed, Stage.Canonical, ToFixedPoint: true,
        [
        ]),

        // Compound operators and layouts.
        new("fuse", Stage.Fused, Stage.Fused, ToFixedPoint: false,
        [
        ]),
    ];

    /// <summary>The names of all passes, for <c>list-passes</c>, <c>--print-ir-after</c> and <c>--stop-after</c>.</summary>
    public static IEnumerable<string> Names => Groups.SelectMany(g => g.Passes).Select(p => p.Name).Distinct();
}
