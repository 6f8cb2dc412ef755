using CompileModel.IR;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Loops;
using CompileModel.Targets;

namespace CompileModel.Kernels.Reductions;

/// <summary>Running sums or products along an axis.</summary>
/// <param name="Axis">The axis, not negative.</param>
/// <param name="Exclusive">Whether an element is left out of its own sum.</param>
/// <param name="Reverse">From the end to the start.</param>
/// <param name="IsProduct">Products instead of sums.</param>
public sealed record CumSumTemplate(int Axis, bool Exclusive, bool Reverse, bool IsProduct) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "cumsum";

    /// <inheritdoc/>
    public override string? ScalarReason => "each element needs the one before";

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <inheritdoc/>
    public override bool MayAlias(int input, int output) => true;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var (x, y) = (inputs[0], outputs[0]);
        int[] others = [.. Enumerable.Range(0, x.Rank).Where(d => d != Axis)];
        var lines = IterationSpace.Merge([.. others.Select(d => x.Dims[d])], [.. others.Select(d => x.Strides[d])], [.. others.Select(d => y.Strides[d])]);
        int extent = x.Dims[Axis];
        return new LoopRoutine(this, "cumsum", $"{(IsProduct ? "CumProd" : "CumSum")} of {x.Type.ShortName()}{x.Dims} along axis {Axis}.", inputs, outputs, UnitLoops.Count(lines), b => b.UseScalar(() => b.HoistConstants(() =>
            UnitLoops.Nest(b, lines, [b.Pointer("in0"), b.Pointer("out0")], p =>
            {
                var sum = b.Variable("sum", b.Constant(FloatStorage.Computed(x.Type), IsProduct ? 1 : 0));
                b.For("i", 0, extent, i =>
                {
                    var at = Reverse ? b.Let("at", extent - 1 - i) : i;
                    var v = FloatStorage.Load(b, p[0] + at * x.Strides[Axis]);
                    if (Exclusive) FloatStorage.Store(b, p[1] + at * y.Strides[Axis], sum);
                    b.Set(sum, IsProduct ? b.Mul(sum, v, "next") : b.Add(sum, v, "next"));
                    if (!Exclusive) FloatStorage.Store(b, p[1] + at * y.Strides[Axis], sum);
                });
            }))));
    }
}
