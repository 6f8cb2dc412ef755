using CompileModel.IR;
using CompileModel.Passes.Canonical;

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
            new EliminateDead(),           // first, so that nothing looks at what nobody reads
            new ResolveImportedForms(),    // before everything that matches canonical operators
            new SplitToSlices(),           // likewise
            new NormalizeAxes(),           // before everything that computes with axes
            new ResolveWindows(),          // before everything that looks at windows
            new LiftTo2D(),                // after windows are resolved
            new GemmToMatMul(),            // before folding, which takes transposes of weights
            new MatMulOfMatrices(),        // after Gemm is gone
            new BatchNormalizationToAffine(), // before folding, which takes its shapes
            new BlocksToTransposes(),      // before shapes are combined
            new FoldConstants(),           // before patterns that ask for constants
            new RemoveNoOps(),             // before patterns: they look through nothing
            new GatherToSlice(),           // after folding, which makes indexes constant
            new BypassBroadcasts(),        // after Expand is resolved
            new DecomposeReduce(),         // after the reductions are resolved
            new CombineShapes(),           // after no-ops are gone
            new SimplifyArithmetic(),      // before activations: factors second, no divisions by constants
            new ClipToClamp(),             // before activations, which look for Clamp
            new RecognizeActivations(),    // after arithmetic has its one form
            new MergeDuplicates(),         // last in the round: the others make operands equal
        ]),

        // Compound operators and layouts.
        new("fuse", Stage.Fused, Stage.Fused, ToFixedPoint: false,
        [
        ]),
    ];

    /// <summary>The names of all passes, for <c>list-passes</c>, <c>--print-ir-after</c> and <c>--stop-after</c>.</summary>
    public static IEnumerable<string> Names => Groups.SelectMany(g => g.Passes).Select(p => p.Name).Distinct();
}
