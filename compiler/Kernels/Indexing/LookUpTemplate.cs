using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Loops;
using CompileModel.Targets;

namespace CompileModel.Kernels.Indexing;

/// <summary>A byte of a table of 256 for each byte: two loads and a store, where a function with an exponential in it takes some thirty instructions for four elements.</summary>
public sealed record LookUpTemplate : KernelTemplate
{
    private const int Unroll = 8;

    /// <inheritdoc/>
    public override string Family => "lookup";

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => operand == 0;

    /// <summary>Each element is read before its result is written.</summary>
    public override bool MayAlias(int input, int output) => input == 0;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var (x, y) = (inputs[0], outputs[0]);
        var space = IterationSpace.Merge(y.Dims, x.Strides, y.Strides);
        // Units of what is one long row are parts of it.
        if (space.Rank == 1 && space.Dims[0] % Unroll == 0)
            space = new([space.Dims[0] / Unroll, Unroll], [.. space.Strides.Select(s => new[] { s[0] * Unroll, s[0] })]);
        int lowest = (int)x.Type.Range().Low;
        var rows = new IterationSpace([.. space.Dims.SkipLast(1)], [.. space.Strides.Select(s => s.SkipLast(1).ToArray())]);
        return new LoopRoutine(this, "lookup", $"Table of {x.Type.ShortName()} to {y.Type.ShortName()}{y.Dims}.", inputs, outputs, UnitLoops.Count(rows), b => b.UseScalar(() =>
        {
            var table = b.Let("table", b.Pointer("in1") + -lowest);
            UnitLoops.Nest(b, rows, [b.Pointer("in0"), b.Pointer("out0")], p =>
                VectorLoops.Over(b, space.Inner, 1, Unroll, (i, _) => b.Store(p[1] + i * space.InnerStride(1), b.Load(table + b.LoadInteger("index", p[0] + i * space.InnerStride(0)), "entry"))));
        }));
    }
}
