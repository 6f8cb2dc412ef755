using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Loops;
using CompileModel.Targets;

namespace CompileModel.Kernels.Reductions;

/// <summary>The index (int64) of the largest or smallest value along an axis; of equal ones the first, or the last.</summary>
/// <param name="Axis">The axis, not negative.</param>
/// <param name="KeepDims">Whether the result has the axis with extent 1.</param>
/// <param name="Largest">The largest, else the smallest.</param>
/// <param name="SelectLast">The last of equal values.</param>
public sealed record ArgTemplate(int Axis, bool KeepDims, bool Largest, bool SelectLast) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "arg";

    /// <inheritdoc/>
    public override string? ScalarReason => "a search for an index";

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var space = ReduceSpace.Of(inputs[0], outputs[0], [Axis], KeepDims);
        int extent = inputs[0].Dims[Axis], stride = inputs[0].Strides[Axis];
        var better = (Largest, SelectLast) switch
        {
            (true, false) => VectorOp.Greater,
            (true, true) => VectorOp.GreaterOrEqual,
            (false, false) => VectorOp.Less,
            _ => VectorOp.LessOrEqual,
        };
        return new LoopRoutine(this, Largest ? "argmax" : "argmin", $"Arg{(Largest ? "Max" : "Min")} of {inputs[0].Type.ShortName()}{inputs[0].Dims} along axis {Axis}.", inputs, outputs,
            space.Kept.Rank == 0 ? 1 : space.Kept.Dims[0], b => b.UseScalar(() => b.HoistConstants(() => UnitLoops.Nest(b, space.Kept, [b.Pointer("in0"), b.Pointer("out0")], p =>
            {
                var best = b.Variable("best", FloatStorage.Load(b, p[0]));
                var at = b.Let("at", 0);
                b.For("i", 1, extent, i =>
                {
                    var x = FloatStorage.Load(b, p[0] + i * stride);
                    b.If(b.Apply(better, x, best, "better"), () =>
                    {
                        b.Set(best, x);
                        b.Set(at, i);
                    });
                });
                b.StoreInteger(p[1], at);
            }))));
    }
}
