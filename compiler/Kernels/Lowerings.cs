using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Conv;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Loops;
using CompileModel.Kernels.MatMul;
using CompileModel.Kernels.Movement;
using CompileModel.Targets;

namespace CompileModel.Kernels;

/// <summary>All strategies; the first that accepts a node wins.</summary>
public static class Lowerings
{
    /// <summary>The strategies in order, special ones first, generated scalar loops last.</summary>
    public static IReadOnlyList<ILowering> All { get; } =
    [
        // Convolutions and matrix products on packed weights.
        new LowerConv(),
        new LowerMatMul(),

        // Data movement: the memory plan makes most of these free.
        new Direct<Transpose>((op, c) => new TransposeTemplate(op.For(c.InputType(0).Shape.Rank))),
        new Direct<Concat>((op, c) => ConcatTemplate.For(op.Axis < 0 ? op.Axis + c.OutputType().Shape.Rank : op.Axis, c.Node.PresentInputs.Select(i => i.Shape[op.Axis < 0 ? op.Axis + i.Shape.Rank : op.Axis]))),
        new Direct<SliceStatic>((op, _) => new SliceTemplate(op.Starts, op.Steps)),
        new Direct<PadStatic>((op, _) => new PadTemplate(op)),
        new Direct<BroadcastTo>((_, _) => new BroadcastTemplate()),
        new Direct<TileStatic>((op, _) => new TileTemplate(op.Repeats)),

        // Whatever elementwise work was not fused into a producer.
        new ElementwiseLowering(),
    ];

    /// <summary>The kernels for a node, or null when no strategy takes it.</summary>
    public static KernelPlan? Lower(Graph graph, Node node, TargetProfile target)
    {
        var context = new LoweringContext(graph, node, target);
        return All.Select(l => l.TryLower(node, context)).FirstOrDefault(p => p is not null);
    }
}
