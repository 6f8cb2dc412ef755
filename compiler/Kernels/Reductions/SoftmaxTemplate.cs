using CompileModel.IR;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Loops;
using CompileModel.Targets;

namespace CompileModel.Kernels.Reductions;

/// <summary>Softmax or its logarithm along one axis: x - max, e^, divided by the sum.</summary>
/// <param name="Axis">The axis, not negative.</param>
/// <param name="Log">Whether the logarithm is the result.</param>
/// <param name="Type">Element type, a float.</param>
public sealed record SoftmaxTemplate(int Axis, bool Log, ElementType Type) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "softmax";

    /// <inheritdoc/>
    public override string? ScalarReason => Type == ElementType.Float32 ? null : $"elements of type {Type.ShortName()}";

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <summary>A line of the axis is read to its end before it is written, and no other line shares its places.</summary>
    public override bool MayAlias(int input, int output) => true;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var (x, y) = (inputs[0], outputs[0]);
        int[] others = [.. Enumerable.Range(0, x.Rank).Where(d => d != Axis)];
        var lines = IterationSpace.Merge([.. others.Select(d => x.Dims[d])], [.. others.Select(d => x.Strides[d])], [.. others.Select(d => y.Strides[d])]);
        var loops = new SoftmaxLoops(lines, x.Dims[Axis], x.Strides[Axis], y.Strides[Axis], Log, Type, Isa.ForProfile(target.Isas));
        return new LoopRoutine(this, Log ? "log_softmax" : "softmax", $"{(Log ? "LogSoftmax" : "Softmax")} of {x.Type.ShortName()}{x.Dims} along axis {Axis}.", inputs, outputs, loops.Units, loops.Emit);
    }
}
