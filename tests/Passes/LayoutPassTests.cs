using CompileModel.Passes.Layouts;

namespace CompileModel.Tests.Passes;

/// <summary>Passes about channels-last layouts and transpositions.</summary>
public sealed class LayoutPassTests
{
    [Fact]
    public void ConvertToNhwcPutsConvBetweenTranspositions() => PassTest.Rewrites(new ConvertToNhwc(),
        Fused("(%x: f32[1,2,5,5])", "const %w: f32[2,2,1,1] = [1,2,3,4] %y = Conv<Strides=[1,1], Dilations=[1,1], Pads=[0,0,0,0], Groups=1, AutoPad=NotSet>(%x, %w)"),
        Fused("(%x: f32[1,2,5,5])", """
            const %w: f32[1,1,2,2] = [1,3,2,4]
            %a = Transpose<Perm=[0,2,3,1]>(%x)
            %b = ConvNhwc<Kernel=[1,1], Strides=[1,1], Dilations=[1,1], Pads=[0,0,0,0], Groups=1, Epilogue={1}>(%a, %w, _)
            %y = Transpose<Perm=[0,3,1,2]>(%b)
            """));

    [Theory]
    [InlineData("%y = MaxPool<Kernel=[3,3], Strides=[2,2], Dilations=[1,1], Pads=[0,0,0,0], CeilMode=true, AutoPad=NotSet, ColumnMajor=false>(%x)")]
    [InlineData("%y = MaxPool<Kernel=[3,3], Strides=[2,2], Dilations=[1,1], Pads=[1,0,1,1], CeilMode=false, AutoPad=NotSet, ColumnMajor=false>(%x)")]
    [InlineData("%y = AveragePool<Kernel=[3,2], Strides=[2,2], Dilations=[1,1], Pads=[1,1,1,1], CeilMode=true, AutoPad=NotSet, CountIncludePad=true>(%x)")]
    [InlineData("%y = AveragePool<Kernel=[3,3], Strides=[2,2], Dilations=[1,1], Pads=[1,1,1,1], CeilMode=true, AutoPad=NotSet, CountIncludePad=false>(%x)")]
    [InlineData("const %w: f32[4,2,3,3] = random(1) %y = Conv<Strides=[2,1], Dilations=[1,2], Pads=[], Groups=2, AutoPad=SameUpper>(%x, %w)")]
    [InlineData("const %w: f32[4,3,3,2] = random(1) const %b: f32[6] = random(2) %y = ConvTranspose<Strides=[2,3], Dilations=[2,1], Pads=[1,0,0,1], OutputPads=[1,0], OutputShape=[], Groups=2, AutoPad=NotSet>(%x, %w, %b)")]
    [InlineData("const %w: f32[4,1,3,3] = random(1) %y = ConvTranspose<Strides=[2,2], Dilations=[1,1], Pads=[], OutputPads=[], OutputShape=[13,12], Groups=1, AutoPad=SameUpper>(%x, %w)")]
    public void ConvertToNhwcKeepsWhatIsComputed(string body)
    {
        var graph = PassTest.Parse(Fused("(%x: f32[1,4,7,6])", body));
        var converted = CompileModel.Passes.PassManager.Run(graph, new ConvertToNhwc());
        Assert.Contains(converted.Nodes, n => n.Operator.Name.EndsWith("Nhwc", StringComparison.Ordinal));
        PassTest.Same(graph, converted, 1e-5);
    }

    [Fact]
    public void SinkTransposesPassesElementwise() => PassTest.Rewrites(new SinkTransposes(),
        Fused("(%x: f32[1,2,3,4])", "const %c: f32[4,1,1] = [1,2,3,4] %t = Transpose<Perm=[0,3,1,2]>(%x) %a = Add(%t, %c) %y = Relu(%a)"),
        Fused("(%x: f32[1,2,3,4])", "const %c: f32[1,1,1,4] = [1,2,3,4] %a = Add(%x, %c) %r = Relu(%a) %y = Transpose<Perm=[0,3,1,2]>(%r)"));

    [Theory]
    [InlineData("%s = SliceStatic<Starts=[0,1,0,0], Steps=[1,2,1,1], Sizes=[1,2,2,3]>(%t) %y = Neg(%s)")]
    [InlineData("%y = PadStatic<Begins=[0,1,2,3], Ends=[0,0,1,0], Mode=Constant, Value=7>(%t)")]
    [InlineData("%y = Reduce<Kind=Mean, Axes=[1,3], KeepDims=false>(%t)")]
    [InlineData("%y = Reduce<Kind=Max, Axes=[2,3], KeepDims=true>(%t)")]
    [InlineData("%y = Softmax<Axis=1>(%t)")]
    [InlineData("%y = LogSoftmax<Axis=-1>(%t)")]
    [InlineData("%y = TileStatic<Repeats=[1,2,3,1]>(%t)")]
    [InlineData("%y = BroadcastTo<To=[2,4,2,3]>(%t)")]
    [InlineData("%u = Transpose<Perm=[0,3,1,2]>(%x) %n = Neg(%u) %y = Concat<Axis=1>(%t, %n)")]
    [InlineData("%y = ReshapeTo<To=[1,4,6]>(%t)")]
    [InlineData("%y = ReshapeTo<To=[2,2,6]>(%t)")]
    [InlineData("%y = ReshapeTo<To=[1,2,2,1,2,3,1]>(%t)")]
    public void SinkTransposesPasses(string body)
    {
        var graph = PassTest.Parse(Fused("(%x: f32[1,2,3,4])", "%t = Transpose<Perm=[0,3,1,2]>(%x) " + body));
        var sunk = graph;
        for (int i = 0; i < 3; i++) sunk = CompileModel.Passes.PassManager.Run(sunk, new SinkTransposes());
        Assert.NotSame(graph, sunk);
        Assert.DoesNotContain(sunk.Nodes.Take(1), n => n.Operator.Name == "Transpose" && n.Output.Name == "t");
        PassTest.Same(graph, sunk, 1e-6);
    }

    [Fact]
    public void SinkTransposesStopsAtAFlattenedMap() => PassTest.Leaves(new SinkTransposes(),
        Fused("(%x: f32[1,2,3,4])", "%t = Transpose<Perm=[0,3,1,2]>(%x) %y = ReshapeTo<To=[1,24]>(%t)"));

    [Fact]
    public void SinkTransposesLeavesALargerOperandAlone() => PassTest.Leaves(new SinkTransposes(),
        Fused("(%x: f32[1,1,1,4], %z: f32[1,4,8,8])", "%t = Transpose<Perm=[0,3,2,1]>(%x) %y = Add(%t, %z)"));

    [Fact]
    public void CancelTransposesComposes() => PassTest.Rewrites(new CancelTransposes(),
        Fused("(%x: f32[2,3,4])", "%a = Transpose<Perm=[1,2,0]>(%x) %b = Transpose<Perm=[2,0,1]>(%a) %y = Relu(%b)"),
        Fused("(%x: f32[2,3,4])", "%y = Relu(%x)"));

    [Fact]
    public void CancelTransposesOfUnitsIsAReshape() => PassTest.Rewrites(new CancelTransposes(),
        Fused("(%x: f32[1,1,1,8])", "%y = Transpose<Perm=[0,3,1,2]>(%x)"),
        Fused("(%x: f32[1,1,1,8])", "%y = ReshapeTo<To=[1,8,1,1]>(%x)"));

    [Fact]
    public void SinkReshapesClearsTheWay() => PassTest.Rewrites(new SinkReshapes(),
        Fused("(%x: f32[1,1,6,4])", "const %c: f32[4] = [1,2,3,4] %r = ReshapeTo<To=[6,4]>(%x) %a = Add(%r, %c) %y = Relu(%a)"),
        Fused("(%x: f32[1,1,6,4])", "const %c: f32[1,1,1,4] = [1,2,3,4] %a = Add(%x, %c) %b = Relu(%a) %y = ReshapeTo<To=[6,4]>(%b)"));

    [Fact]
    public void PermuteFlattenedWeightsTakesTheOrderOfTheMap() => PassTest.Rewrites(new PermuteFlattenedWeights(),
        Fused("(%x: f32[1,1,2,2])", "const %w: f32[4,1] = [1,2,3,4] %t = Transpose<Perm=[0,3,1,2]>(%x) %f = ReshapeTo<To=[1,4]>(%t) %y = MatMul(%f, %w)"),
        Fused("(%x: f32[1,1,2,2])", "const %w: f32[4,1] = [1,3,2,4] %f = ReshapeTo<To=[1,4]>(%x) %y = MatMul(%f, %w)"));

    [Fact]
    public void SliceOfConcatTakesTheOperand() => PassTest.Rewrites(new SliceOfConcat(),
        Fused("(%x: f32[4,2], %z: f32[4,3])", "%c = Concat<Axis=1>(%x, %z) %a = SliceStatic<Starts=[0,0], Steps=[1,1], Sizes=[4,2]>(%c) %b = SliceStatic<Starts=[1,4], Steps=[1,-1], Sizes=[3,2]>(%c) %r = Reduce<Kind=Sum, Axes=[0], KeepDims=true>(%b) %y = Add(%a, %r)"),
        Fused("(%x: f32[4,2], %z: f32[4,3])", "%b = SliceStatic<Starts=[1,2], Steps=[1,-1], Sizes=[3,2]>(%z) %r = Reduce<Kind=Sum, Axes=[0], KeepDims=true>(%b) %y = Add(%x, %r)"));

    [Fact]
    public void ConcatToPadFillsABorder() => PassTest.Rewrites(new ConcatToPad(),
        Fused("(%x: f32[2,3], %z: f32[2,1])", "const %a: f32[2,2] = fill(5) const %b: f32[2,4] = fill(0) %y = Concat<Axis=1>(%a, %x, %z, %b)"),
        Fused("(%x: f32[2,3], %z: f32[2,1])", "%c = Concat<Axis=1>(%x, %z) %p = PadStatic<Begins=[0,0], Ends=[0,4], Mode=Constant, Value=0>(%c) %y = PadStatic<Begins=[0,2], Ends=[0,0], Mode=Constant, Value=5>(%p)"));

    [Fact]
    public void HoistTransposesPassesTheNormalization() => PassTest.Rewrites(new HoistTransposes(),
        Fused("(%x: f32[1,3,2,2])", "const %c: f32[3,1,1] = [1,2,3] %a = Add(%x, %c) %t = Transpose<Perm=[0,2,3,1]>(%a) %y = Softmax<Axis=3>(%t)"),
        Fused("(%x: f32[1,3,2,2])", "const %c: f32[1,1,1,3] = [1,2,3] %t = Transpose<Perm=[0,2,3,1]>(%x) %a = Add(%t, %c) %y = Softmax<Axis=3>(%a)"));

    private static string Fused(string inputs, string body) => $"graph \"t\" Fused {inputs} -> (\"y\" = %y) {{ {body} }}";
}
