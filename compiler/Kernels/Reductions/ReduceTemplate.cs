using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Loops;
using CompileModel.Targets;

namespace CompileModel.Kernels.Reductions;

/// <summary>A reduction over any axes: vectors along the values of one result, or across neighboring results.</summary>
/// <param name="Op">The operator.</param>
/// <param name="Type">Element type.</param>
public sealed record ReduceTemplate(Reduce Op, ElementType Type) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "reduce";

    /// <inheritdoc/>
    public override string? ScalarReason => Type == ElementType.Float32 || (Type == ElementType.Int32 && Op.Kind is Reduction.Sum or Reduction.Max or Reduction.Min or Reduction.Prod)
        ? null : $"{Op.Kind} of elements of type {Type.ShortName()}";

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var space = ReduceSpace.Of(inputs[0], outputs[0], Op.Axes, Op.KeepDims);
        bool vector = IsVector && (space.IsInner || space.IsOuter || space.Reduced.Rank == 0 && space.Kept.Rank == 0);
        var loops = new ReduceLoops(new ReductionRule(Op.Kind, space.Count), space, vector ? Isa.ForProfile(target.Isas) : ScalarIsa.Instance, Type);
        return new LoopRoutine(this, $"reduce_{Op.Kind.ToString().ToLowerInvariant()}", $"{Op.Kind} of {inputs[0].Type.ShortName()}{inputs[0].Dims} over axes {Op.Axes}.", inputs, outputs, loops.Units, loops.Emit);
    }
}
