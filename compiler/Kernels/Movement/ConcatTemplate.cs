using CompileModel.IR;
using CompileModel.Kernels.Loops;
using CompileModel.Kernels.Views;
using CompileModel.Targets;

namespace CompileModel.Kernels.Movement;

/// <summary>Operands side by side along an axis.</summary>
/// <param name="Axis">The axis, not negative.</param>
/// <param name="Offsets">Where each operand starts along the axis of the result.</param>
public sealed record ConcatTemplate(int Axis, Ints Offsets) : KernelTemplate, IViewTemplate
{
    /// <inheritdoc/>
    public override string Family => "concat";

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <summary>The kernel for operands of these extents along the axis.</summary>
    public static ConcatTemplate For(int axis, IEnumerable<int> extents)
    {
        int next = 0;
        return new(axis, [.. extents.Select(e => (next += e) - e)]);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ViewRegion> Regions(IReadOnlyList<Shape> inputs, Shape output) =>
        [.. inputs.Select((shape, i) => ViewRegion.Whole(i, new([.. Enumerable.Range(0, output.Rank).Select(d => d == Axis ? Offsets[i] : 0)]), new(shape.ToArray())))];

    /// <inheritdoc/>
    public KernelTemplate? Rest(IReadOnlyList<int> copied) => copied.Count == 0 ? null : new ConcatTemplate(Axis, [.. copied.Select(i => Offsets[i])]);

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var output = outputs[0];
        // Threads share the first loop in front of the axis; without one there is a single unit.
        int shared = Enumerable.Range(0, Axis).FirstOrDefault(d => output.Dims[d] > 1, -1);
        IReadOnlyList<int> Without(IReadOnlyList<int> list) => [.. list.Where((_, d) => d != shared)];
        return new LoopRoutine(this, "concat", $"Concat of {inputs.Count} along axis {Axis}.", inputs, outputs, shared < 0 ? 1 : output.Dims[shared], b => b.HoistConstants(() => b.ForUnits("u", u =>
        {
            for (int i = 0; i < inputs.Count; i++)
            {
                var copy = new StridedCopy(Without(inputs[i].Dims), Without(inputs[i].Strides), Without(output.Strides));
                var (from, to) = (b.Pointer($"in{i}"), b.Pointer("out0") + Offsets[i] * output.Strides[Axis]);
                b.Scope(() => copy.Emit(b, shared < 0 ? from : b.Let("source", from + u * inputs[i].Strides[shared]), shared < 0 ? to : b.Let("target", to + u * output.Strides[shared])));
            }
        })));
    }
}
