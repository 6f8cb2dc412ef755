using CompileModel.IR;
using CompileModel.Kernels;
using CompileModel.Kernels.Views;
using CompileModel.Targets;

namespace CompileModel.Tests.Planning;

/// <summary>A kernel that is only planned, never bound.</summary>
internal abstract record FakeTemplate : KernelTemplate
{
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs) => throw new NotSupportedException();
}

/// <summary>Computes something.</summary>
internal sealed record FakeCompute(bool Views, bool Alias) : FakeTemplate
{
    public override string Family => "compute";

    public override bool AcceptsView(int operand) => Views;

    public override bool MayAlias(int input, int output) => Alias;
}

/// <summary>Fills what no operand covers.</summary>
internal sealed record FakeRest(int Inputs) : FakeTemplate
{
    public override string Family => "rest";

    public override bool AcceptsView(int operand) => true;
}

/// <summary>Concat along an axis.</summary>
internal sealed record FakeConcat(int Axis) : FakeTemplate, IViewTemplate
{
    public override string Family => "concat";

    public override bool AcceptsView(int operand) => true;

    public IReadOnlyList<ViewRegion> Regions(IReadOnlyList<Shape> inputs, Shape output)
    {
        var regions = new List<ViewRegion>();
        int at = 0;
        for (int i = 0; i < inputs.Count; i++)
        {
            var offsets = new int[output.Rank];
            offsets[Axis] = at;
            regions.Add(ViewRegion.Whole(i, new(offsets), new(inputs[i].ToArray())));
            at += inputs[i][Axis];
        }
        return regions;
    }

    public KernelTemplate? Rest(IReadOnlyList<int> copied) => copied.Count == 0 ? null : new FakeRest(copied.Count);
}

/// <summary>Pad by zeros.</summary>
internal sealed record FakePad(Ints Begins, Ints Ends) : FakeTemplate, IViewTemplate
{
    public override string Family => "pad";

    public override bool AcceptsView(int operand) => true;

    public IReadOnlyList<ViewRegion> Regions(IReadOnlyList<Shape> inputs, Shape output) => [ViewRegion.Whole(0, Begins, new(inputs[0].ToArray()))];

    public KernelTemplate? Rest(IReadOnlyList<int> copied) => new FakeRest(copied.Count);
}

/// <summary>Slice with steps.</summary>
internal sealed record FakeSlice(Ints Starts, Ints Steps) : FakeTemplate, IViewTemplate
{
    public override string Family => "slice";

    public IReadOnlyList<ViewRegion> Regions(IReadOnlyList<Shape> inputs, Shape output) => [ViewRegion.Part(Starts, Steps, new(output.ToArray()))];

    public KernelTemplate? Rest(IReadOnlyList<int> copied) => copied.Count == 0 ? null : this;
}
