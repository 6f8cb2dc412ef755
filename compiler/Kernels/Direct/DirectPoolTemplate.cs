using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Loops;
using CompileModel.Kernels.Pool;
using CompileModel.Kernels.Reductions;
using CompileModel.Targets;

namespace CompileModel.Kernels.Direct;

/// <summary>Maximum or mean over windows of x[N,C,spatial...], one result after the other; a second result of a maximum is the number of its place in the input.</summary>
/// <param name="Kind">What a window becomes.</param>
/// <param name="Kernel">Extents of the window.</param>
/// <param name="Strides">One a spatial axis.</param>
/// <param name="Dilations">One a spatial axis.</param>
/// <param name="Pads">Begins, then ends.</param>
/// <param name="ColumnMajor">Whether numbers of places count the first spatial axis fastest.</param>
/// <param name="Scalar">Why there is no vector code.</param>
public sealed record DirectPoolTemplate(PoolKind Kind, Ints Kernel, Ints Strides, Ints Dilations, Ints Pads, bool ColumnMajor, string Scalar) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "directpool";

    /// <inheritdoc/>
    public override string? ScalarReason => Scalar;

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var (x, y) = (inputs[0], outputs[0]);
        var axes = WindowAxis.Of(x, y, Kernel, Strides, Dilations, Pads);
        return new LoopRoutine(this, "pool_direct", $"{Kind} over windows {Kernel} of {x.Type.ShortName()}{x.Dims}, strides {Strides}, dilations {Dilations}, pads {Pads}.",
            inputs, outputs, y.Dims[0] * y.Dims[1], b => b.UseScalar(() => b.HoistConstants(() => WindowNest.Planes(b, y, (image, channel) =>
            {
                var source = b.Let("source", b.Pointer("in0") + (image * x.Strides[0] + channel * x.Strides[1]));
                WindowNest.Positions(b, y, b.Let("result", b.Pointer("out0") + (image * y.Strides[0] + channel * y.Strides[1])), (place, to) =>
                {
                    var ranges = axes.Select((a, i) => a.Taps(b, place[i])).ToArray();
                    IReadOnlyList<Int> At(IReadOnlyList<Int> tap) => [.. axes.Select((a, i) => place[i] * a.Stride + tap[i] * a.Dilation - a.Begin)];
                    Vec Load(IReadOnlyList<Int> at) => FloatStorage.Load(b, source + WindowNest.Offset(at, x.Strides, 2));
                    if (Kind != PoolKind.Max) Mean();
                    else if (outputs.Count == 1) Max();
                    else MaxWithPlace();

                    void Mean()
                    {
                        var sum = b.Zero(FloatStorage.Computed(x.Type), "sum");
                        WindowNest.Taps(b, ranges, tap => b.Set(sum, VectorOp.Add, sum, Load(At(tap))));
                        Int count = 1;
                        for (int i = 0; i < axes.Length; i++) count *= Kind == PoolKind.AverageWithPads ? axes[i].Counted(b, place[i]) : ranges[i].To - ranges[i].From;
                        FloatStorage.Store(b, to, b.Div(sum, b.ConvertScalar(new Vec(b.Let("count", count).ToString(), ElementType.Int64), sum.Type, "taps"), "mean"));
                    }

                    void Max()
                    {
                        var best = b.Variable("best", Lowest(b, x.Type));
                        WindowNest.Taps(b, ranges, tap => b.Set(best, VectorOp.Max, best, Load(At(tap))));
                        FloatStorage.Store(b, to, best);
                    }

                    void MaxWithPlace()
                    {
                        var (best, plane) = (b.Variable("best", Lowest(b, x.Type)), Numbers(x));
                        var first = b.Let("number", WindowNest.Offset(At([.. ranges.Select(r => r.From)]), plane, 0));
                        WindowNest.Taps(b, ranges, tap =>
                        {
                            var at = At(tap);
                            var value = Load(at);
                            b.If(b.Apply(VectorOp.Greater, value, best, "better"), () =>
                            {
                                b.Set(best, value);
                                b.Set(first, WindowNest.Offset(at, plane, 0));
                            });
                        });
                        FloatStorage.Store(b, to, best);
                        int size = x.Dims.Skip(2).Aggregate(1, (a, d) => a * d);
                        var numbers = outputs[1];
                        b.StoreInteger(b.Pointer("out1") + (image * numbers.Strides[0] + channel * numbers.Strides[1] + WindowNest.Offset(place, numbers.Strides, 2)),
                            (image * x.Dims[1] + channel) * size + first);
                    }
                });
            }))));
    }

    private static Vec Lowest(RoutineBuilder b, ElementType type) => b.Constant(FloatStorage.Computed(type), FloatStorage.Computed(type).Lowest(), "lowest");

    // How far a step along each spatial axis moves in the numbering of a plane.
    private int[] Numbers(Layout x)
    {
        int count = Kernel.Count, step = 1;
        int[] steps = new int[count];
        for (int i = 0; i < count; i++)
        {
            int axis = ColumnMajor ? i : count - 1 - i;
            steps[axis] = step;
            step *= x.Dims[2 + axis];
        }
        return steps;
    }
}
