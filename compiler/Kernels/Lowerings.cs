using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Conv;
using CompileModel.Kernels.ConvTranspose;
using CompileModel.Kernels.Depthwise;
using CompileModel.Kernels.Direct;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Indexing;
using CompileModel.Kernels.Loops;
using CompileModel.Kernels.MatMul;
using CompileModel.Kernels.Movement;
using CompileModel.Kernels.Pool;
using CompileModel.Kernels.Recurrent;
using CompileModel.Kernels.Reductions;
using CompileModel.Kernels.Regions;
using CompileModel.Kernels.Resampling;
using CompileModel.Kernels.Winograd;
using CompileModel.Targets;

namespace CompileModel.Kernels;

/// <summary>All strategies; the first that accepts a node wins.</summary>
public static class Lowerings
{
    /// <summary>The strategies in order, special ones first, generated scalar loops last.</summary>
    public static IReadOnlyList<ILowering> All { get; } =
    [
        // Convolutions and matrix products; depthwise ones before the general case, which would take them as many tiny products.
        new LowerDepthwise(),
        new LowerDepthwiseBytes(),
        new LowerWinograd(),
        new LowerConv(),
        new LowerConvTranspose(),
        new LowerMatMul(),
        new LowerPool(),
        new LowerRecurrence(),

        // Data movement: the memory plan makes most of these free.
        new Direct<Transpose>((op, c) => new TransposeTemplate(op.For(c.InputType(0).Shape.Rank))),
        new Direct<Concat>((op, c) => ConcatTemplate.For(Axis(op.Axis, c), c.Node.PresentInputs.Select(i => i.Shape[Axis(op.Axis, c)]))),
        new Direct<SliceStatic>((op, _) => new SliceTemplate(op.Starts, op.Steps)),
        new Direct<PadStatic>((op, _) => new PadTemplate(op)),
        new Direct<BroadcastTo>((_, _) => new BroadcastTemplate()),
        new Direct<BitCast>((op, _) => new BitCastTemplate(op.To)),
        new Direct<TileStatic>((op, _) => new TileTemplate(op.Repeats)),

        // Reductions and what is built like them.
        new Direct<Reduce>((op, c) => new ReduceTemplate(op, c.InputType(0).Element)),
        new Direct<Softmax>((op, c) => new SoftmaxTemplate(Axis(op.Axis, c), false, c.InputType(0).Element)),
        new Direct<LogSoftmax>((op, c) => new SoftmaxTemplate(Axis(op.Axis, c), true, c.InputType(0).Element)),
        new Direct<ArgMax>((op, c) => ArgTemplate.For(c.InputType(0), Axis(op.Axis, c), op.KeepDims, true, op.SelectLast)),
        new Direct<ArgMin>((op, c) => ArgTemplate.For(c.InputType(0), Axis(op.Axis, c), op.KeepDims, false, op.SelectLast)),

        new ResizeLowering(),

        // Elements chosen by data.
        new Direct<Gather>((op, c) => new GatherTemplate(Axis(op.Axis, c))),
        new Direct<GatherElements>((op, c) => new GatherElementsTemplate(Axis(op.Axis, c))),
        new Direct<GatherND>((op, _) => new GatherNDTemplate(op.BatchDims)),
        new Direct<LookUp>((_, _) => new LookUpTemplate()),
        new Direct<ScatterElements>((op, c) => new ScatterElementsTemplate(Axis(op.Axis, c), op.Reduction)),
        new Direct<ScatterND>((op, _) => new ScatterNDTemplate(op.Reduction)),
        new WeightedGatherLowering(),
        new Direct<RoiAlignNhwc>((op, c) => new RoiAlignTemplate(op, c.InputType(0).Element)),
        new TopKLowering(),
        new CumSumLowering(),

        // Windows that nothing above takes: plain loops.
        new LowerDirect(),
        new LowerIntegerDirect(),

        // Whatever elementwise work was not fused into a producer.
        new ElementwiseLowering(),
    ];

    /// <summary>The kernels for a node, or null when no strategy takes it; <paramref name="forms"/> as in <see cref="LoweringContext"/>.</summary>
    public static KernelPlan? Lower(Graph graph, Node node, TargetProfile target, IReadOnlyDictionary<Node, WinogradForm>? forms = null)
    {
        var context = new LoweringContext(graph, node, target, forms);
        return All.Select(l => l.TryLower(node, context)).FirstOrDefault(p => p is not null);
    }

    /// <summary>What the strategies weigh for a node, and the kernels of the one that takes it; <paramref name="forms"/> as in <see cref="LoweringContext"/>.</summary>
    public static (IReadOnlyList<Candidate> Candidates, KernelPlan? Plan) Explain(Graph graph, Node node, TargetProfile target, IReadOnlyDictionary<Node, WinogradForm> forms)
    {
        var context = new LoweringContext(graph, node, target, forms);
        var (taker, plan) = All.Select(l => (Lowering: l, Plan: l.TryLower(node, context))).FirstOrDefault(t => t.Plan is not null);
        return ([.. All.SelectMany(l => l.Candidates(node, context).Select(c => c with { IsPicked = c.IsPicked && l == taker }))], plan);
    }

    private static int Axis(int axis, LoweringContext context) => InferenceContext.Axis(axis, context.InputType(0).Shape.Rank);
}
