using CompileModel.IR;
using CompileModel.Passes.Canonical;
using CompileModel.Passes.Control;
using CompileModel.Passes.Fusion;
using CompileModel.Passes.Layouts;

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
            new ExpandComposites(),        // before imported forms, which formulas may contain
            new ResolveImportedForms(),    // before everything that matches canonical operators
            new SplitToSlices(),           // likewise
            new NormalizeAxes(),           // before everything that computes with axes
            new ResolveWindows(),          // before everything that looks at windows
            new LiftTo2D(),                // after windows are resolved
            new GemmToMatMul(),            // before folding, which takes transposes of weights
            new MatMulOfMatrices(),        // after Gemm is gone
            new MatMulToFloat(),           // after vectors have become matrices
            new SinkDequantize(),          // before integer products: it clears what stands before them
            new HoistQuantization(),       // likewise
            new FormIntegerProducts(),     // before folding, which would dequantise weights
            new SimplifyQuantization(),    // after integer products are formed
            new ConvertSumsApart(),        // likewise
            new SignedBytes(),             // likewise
            new BatchNormalizationToAffine(), // before folding, which takes its shapes
            new BlocksToTransposes(),      // before shapes are combined
            new EinsumToMatMul(),          // likewise
            new DecomposeNormalizations(), // before reductions are decomposed
            new DecomposeWindowNorms(),    // after windows are resolved, before LiftTo2D of the next round
            new FoldConstants(keepsWeights: true), // before patterns that ask for constants
            new RemoveNoOps(),             // before patterns: they look through nothing
            new DecomposeMasks(),          // after folding, which makes depths and diagonals constant
            new CompressToGather(),        // after folding, which makes conditions constant
            new GatherToSlice(),           // after folding, which makes indexes constant
            new ScatterToConcat(),         // likewise
            new OneHotToGather(),          // likewise
            new BypassBroadcasts(),        // after Expand is resolved
            new DecomposeReduce(),         // after the reductions are resolved
            new CombineShapes(),           // after no-ops are gone
            new SimplifyArithmetic(),      // before activations: factors second, no divisions by constants
            new ClipToClamp(),             // before activations, which look for Clamp
            new RecognizeActivations(),    // after arithmetic has its one form
            new MergeDuplicates(),         // last in the round: the others make operands equal
        ]),

        // Quantised weights that no integer product took become floats, and so do activations that nobody reads as bytes.
        new("dequantise constants", Stage.Canonical, Stage.Canonical, ToFixedPoint: true,
        [
            new TabulateBytes(),           // before storage casts go: it looks for bytes
            new BypassStorageCasts(),      // after integer products, which read bytes
            new FoldConstants(keepsWeights: false),
            new RemoveNoOps(),
            new MergeDuplicates(),
            new EliminateDead(),           // what was quantised
        ]),

        // Channels last: each spatial operator between two transpositions, before anything else so that all that follows knows one layout.
        new("channels last", Stage.Fused, Stage.Fused, ToFixedPoint: false,
        [
            new ConvertToNhwc(),
        ]),

        // Transpositions travel down until they cancel. Repeated because each one moves past one node a round.
        new("sink transpositions", Stage.Fused, Stage.Fused, ToFixedPoint: true,
        [
            new SinkTransposes(),
            new CancelTransposes(),
            new SinkReshapes(),              // clears the way between a producer and its activation
            new PermuteFlattenedWeights(),   // where a flattened feature map meets a dense layer
            new ConcatToPad(),               // constants beside a feature map are a border
            new SliceOfConcat(),             // parts that were put together and taken apart again
            new CombineShapes(),             // reshapes that became neighbours
            new RemoveNoOps(),               // and those that cancel
            new MergeDuplicates(),           // one transposition for all readers
        ]),

        // What is left at the graph inputs goes up past the normalisation. Apart, because sinking would undo it.
        new("hoist transpositions", Stage.Fused, Stage.Fused, ToFixedPoint: true,
        [
            new HoistTransposes(),
            new CancelTransposes(),
        ]),

        // Constants along channels go into weights while epilogues are empty.
        new("fold into weights", Stage.Fused, Stage.Fused, ToFixedPoint: true,
        [
            new FuseMatMul(),                // before folding: dense layers have weights too
            new FoldPadIntoWindow(),
            new FoldAffineIntoWeights(),
            new SplitLargeMaxPool(),         // after pads are part of windows
        ]),

        // Everything elementwise goes into the kernels that produce its operands, the rest into as few loops as possible.
        new("fuse elementwise", Stage.Fused, Stage.Fused, ToFixedPoint: true,
        [
            new FuseEpilogues(),             // first: what can be part of a kernel should be
            new FuseElementwise(),           // closes diamonds, which lets FuseEpilogues go on
        ]),

        // What is read beside the accumulators is read as it lies in memory.
        new("read bytes", Stage.Fused, Stage.Fused, ToFixedPoint: true,
        [
            new ReadBytesInEpilogues(),      // after fusion, which decides what goes through memory
        ]),

        new("finish", Stage.Fused, Stage.Fused, ToFixedPoint: false,
        [
            new WrapElementwise(),           // kernels know one form of elementwise nodes
            new CopySharedOutputs(),         // it looks at the final outputs
            new OptimizeBodies(),            // last: bodies go through all of this by themselves
        ]),
    ];

    /// <summary>The names of all passes, for <c>list-passes</c>, <c>--print-ir-after</c> and <c>--stop-after</c>.</summary>
    public static IEnumerable<string> Names => Groups.SelectMany(g => g.Passes).Select(p => p.Name).Distinct();
}
