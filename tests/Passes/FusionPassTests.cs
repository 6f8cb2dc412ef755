using CompileModel.Passes;
using CompileModel.Passes.Fusion;

namespace CompileModel.Tests.Passes;

/// <summary>Passes that fold constants into weights and fuse elementwise work.</summary>
public sealed class FusionPassTests
{
    private const string Conv = "ConvNhwc<Kernel=[1,1], Strides=[1,1], Dilations=[1,1], Pads=[0,0,0,0], Groups=1, Epilogue=";

    [Fact]
    public void FuseMatMulTakesTheTransposedOperand() => PassTest.Rewrites(new FuseMatMul(),
        Fused("(%x: f32[2,3], %z: f32[4,3])", "%t = Transpose<Perm=[1,0]>(%z) %y = MatMul(%x, %t)"),
        Fused("(%x: f32[2,3], %z: f32[4,3])", "%y = MatMulFused<TransposeB=true, Epilogue={1}>(%x, %z)"), 1e-5);

    [Fact]
    public void FoldAffineIntoWeightsAfterAConvolution() => PassTest.Rewrites(new FoldAffineIntoWeights(),
        Fused("(%x: f32[1,2,2,1])", $"const %w: f32[1,1,1,2] = [1,2] const %b: f32[2] = [3,4] const %s: f32[2] = [10,100] const %t: f32[1,1,1,2] = [5,6] %c = {Conv}{{1}}>(%x, %w, %b) %m = Mul(%c, %s) %y = Add(%m, %t)"),
        Fused("(%x: f32[1,2,2,1])", $"const %w: f32[1,1,1,2] = [10,200] const %b: f32[2] = [35,406] %y = {Conv}{{1}}>(%x, %w, %b)"), 1e-5);

    [Fact]
    public void FoldAffineIntoWeightsBeforeAConvolution() => PassTest.Rewrites(new FoldAffineIntoWeights(),
        Fused("(%x: f32[1,2,2,2])", $"const %s: f32[2] = [2,3] const %t: f32[] = [5] const %w: f32[1,1,2,1] = [1,10] %a = Mul(%x, %s) %b = Add(%a, %t) %y = {Conv}{{1}}>(%b, %w, _)"),
        Fused("(%x: f32[1,2,2,2])", $"const %w: f32[1,1,2,1] = [2,30] const %b: f32[1] = [55] %y = {Conv}{{1}}>(%x, %w, %b)"), 1e-5);

    [Theory]
    [InlineData("const %w: f32[3,3,4,6] = random(1) const %s: f32[6] = random(2) %c = ConvTransposeNhwc<Kernel=[3,3], Strides=[2,2], Dilations=[1,1], Pads=[0,0,0,0], OutputPads=[0,0], Groups=1, Epilogue={1}>(%x, %w, _) %y = Mul(%c, %s)", 1)]
    [InlineData("const %w: f32[3,3,4,3] = random(1) const %s: f32[6] = random(2) const %t: f32[4] = random(3) %a = Mul(%x, %t) %c = ConvTransposeNhwc<Kernel=[3,3], Strides=[2,2], Dilations=[1,1], Pads=[0,0,0,0], OutputPads=[0,0], Groups=2, Epilogue={1}>(%a, %w, _) %y = Mul(%c, %s)", 1)]
    [InlineData("const %w: f32[3,3,2,6] = random(1) const %s: f32[6] = random(2) const %t: f32[4] = random(3) %a = Mul(%x, %t) %c = ConvNhwc<Kernel=[3,3], Strides=[1,1], Dilations=[1,1], Pads=[1,1,1,1], Groups=2, Epilogue={1}>(%a, %w, _) %y = Add(%c, %s)", 1)]
    [InlineData("const %w: f32[4,5] = random(1) const %s: f32[5] = random(2) const %t: f32[4] = random(3) %a = Add(%x, %t) %c = MatMulFused<TransposeB=false, Epilogue={1}>(%a, %w) %y = Mul(%c, %s)", 1)]
    [InlineData("const %w: f32[3,3,4,6] = random(1) const %t: f32[4] = random(3) %a = Add(%x, %t) %y = ConvNhwc<Kernel=[3,3], Strides=[1,1], Dilations=[1,1], Pads=[1,1,1,1], Groups=1, Epilogue={1}>(%a, %w, _)", 2)]
    public void FoldAffineIntoWeightsKeepsWhatIsComputed(string body, int nodes)
    {
        var graph = PassTest.Parse(Fused("(%x: f32[1,5,5,4])", body));
        var folded = graph;
        for (int i = 0; i < 4; i++) folded = PassManager.Run(folded, new FoldAffineIntoWeights());
        Assert.Equal(nodes, folded.Nodes.Length);
        PassTest.Same(graph, folded, 1e-5);
    }

    [Fact]
    public void FoldPadIntoWindowGrowsPads() => PassTest.Rewrites(new FoldPadIntoWindow(),
        Fused("(%x: f32[1,4,4,1])", "const %w: f32[3,3,1,1] = random(1) %p = PadStatic<Begins=[0,0,1,0], Ends=[0,1,2,0], Mode=Constant, Value=0>(%x) %y = ConvNhwc<Kernel=[3,3], Strides=[2,2], Dilations=[1,1], Pads=[1,0,0,0], Groups=1, Epilogue={1}>(%p, %w, _)"),
        Fused("(%x: f32[1,4,4,1])", "const %w: f32[3,3,1,1] = random(1) %y = ConvNhwc<Kernel=[3,3], Strides=[2,2], Dilations=[1,1], Pads=[1,1,1,2], Groups=1, Epilogue={1}>(%x, %w, _)"));

    [Fact]
    public void FoldPadIntoWindowKeepsABorderOfTheRun() => PassTest.Leaves(new FoldPadIntoWindow(),
        Fused("(%x: f32[1,4,4,1], %b: f32[1])", "const %w: f32[3,3,1,1] = random(1) %p = PadStatic<Begins=[0,0,1,0], Ends=[0,1,2,0], Mode=Constant, Value=0>(%x, %b) %y = ConvNhwc<Kernel=[3,3], Strides=[2,2], Dilations=[1,1], Pads=[1,0,0,0], Groups=1, Epilogue={1}>(%p, %w, _)"));

    [Fact]
    public void FoldPadIntoWindowMakesPaddingCountInAMean() => PassTest.Rewrites(new FoldPadIntoWindow(),
        Fused("(%x: f32[1,4,4,1])", "%p = PadStatic<Begins=[0,1,1,0], Ends=[0,1,1,0], Mode=Constant, Value=0>(%x) %y = AveragePoolNhwc<Kernel=[2,2], Strides=[2,2], Dilations=[1,1], Pads=[0,0,0,0], CeilPads=[0,0], CountIncludePad=false>(%p)"),
        Fused("(%x: f32[1,4,4,1])", "%y = AveragePoolNhwc<Kernel=[2,2], Strides=[2,2], Dilations=[1,1], Pads=[1,1,1,1], CeilPads=[0,0], CountIncludePad=true>(%x)"));

    [Fact]
    public void FoldPadIntoWindowKeepsZerosThatCouldWin() => PassTest.Leaves(new FoldPadIntoWindow(),
        Fused("(%x: f32[1,4,4,1])", "%p = PadStatic<Begins=[0,1,1,0], Ends=[0,1,1,0], Mode=Constant, Value=0>(%x) %y = MaxPoolNhwc<Kernel=[2,2], Strides=[2,2], Dilations=[1,1], Pads=[0,0,0,0]>(%p)"));

    [Fact]
    public void SplitLargeMaxPoolGoesAcrossThenDown() => PassTest.Rewrites(new SplitLargeMaxPool(),
        Fused("(%x: f32[1,9,8,3])", "%y = MaxPoolNhwc<Kernel=[7,5], Strides=[1,2], Dilations=[1,1], Pads=[3,2,3,1]>(%x)"),
        Fused("(%x: f32[1,9,8,3])", "%a = MaxPoolNhwc<Kernel=[1,5], Strides=[1,2], Dilations=[1,1], Pads=[0,2,0,1]>(%x) %y = MaxPoolNhwc<Kernel=[7,1], Strides=[1,1], Dilations=[1,1], Pads=[3,0,3,0]>(%a)"));

    [Fact]
    public void SplitLargeMaxPoolKeepsSmallWindows() => PassTest.Leaves(new SplitLargeMaxPool(),
        Fused("(%x: f32[1,9,8,3])", "%y = MaxPoolNhwc<Kernel=[3,3], Strides=[1,1], Dilations=[1,1], Pads=[1,1,1,1]>(%x)"));

    [Fact]
    public void FuseEpiloguesTakesResidualAndActivation() => PassTest.Rewrites(new FuseEpilogues(),
        Fused("(%x: f32[1,2,2,1], %r: f32[1,2,2,2])", $"const %w: f32[1,1,1,2] = [1,2] %c = {Conv}{{1}}>(%x, %w, _) %a = Add(%r, %c) %y = Clamp<Min=0, Max=6>(%a)"),
        Fused("(%x: f32[1,2,2,1], %r: f32[1,2,2,2])", $"const %w: f32[1,1,1,2] = [1,2] %y = {Conv}{{2; Add(1,0); Clamp<Min=0, Max=6>(2)}}>(%x, %w, _, %r)"));

    [Fact]
    public void FuseEpiloguesGivesTheResidualToTheLaterProducer() => PassTest.Rewrites(new FuseEpilogues(),
        Fused("(%x: f32[1,2,2,1])", $"const %w: f32[1,1,1,1] = [2] const %v: f32[1,1,1,1] = [3] %c = {Conv}{{1}}>(%x, %w, _) %d = {Conv}{{1}}>(%x, %v, _) %y = Add(%c, %d)"),
        Fused("(%x: f32[1,2,2,1])", $"const %w: f32[1,1,1,1] = [2] const %v: f32[1,1,1,1] = [3] %c = {Conv}{{1}}>(%x, %w, _) %y = {Conv}{{2; Add(1,0)}}>(%x, %v, _, %c)"));

    [Fact]
    public void FuseEpiloguesKeepsAResultThatTwoRead() => PassTest.Leaves(new FuseEpilogues(),
        Fused("(%x: f32[1,2,2,1])", $"const %w: f32[1,1,1,1] = [2] %c = {Conv}{{1}}>(%x, %w, _) %r = Relu(%c) %s = Softmax<Axis=1>(%c) %t = Concat<Axis=3>(%r, %s) %y = Softmax<Axis=2>(%t)"));

    [Fact]
    public void FuseEpiloguesLeavesAQuantisationInOnePiece() => PassTest.Leaves(new FuseEpilogues(),
        Fused("(%x: f32[1,2,2,1])", $"const %w: f32[1,1,1,1] = [2] const %s: f32[] = [0.5] %c = {Conv}{{1}}>(%x, %w, _) %q = QuantizeToGrid<Min=-128, Max=127, IsFactor=false, Zero=0>(%c, %s) %y = Cast<To=i8>(%q)"));

    [Fact]
    public void FuseEpiloguesEndsInBytes() => PassTest.Rewrites(new FuseEpilogues(),
        Fused("(%x: f32[1,2,2,1])", $"const %w: f32[1,1,1,1] = [2] const %s: f32[] = [0.5] %c = {Conv}{{1}}>(%x, %w, _) %y = Elementwise<Body={{2; QuantizeToGrid<Min=-128, Max=127, IsFactor=false, Zero=0>(0,1); Cast<To=i8>(2)}}>(%c, %s)"),
        Fused("(%x: f32[1,2,2,1])", $"const %w: f32[1,1,1,1] = [2] const %s: f32[] = [0.5] %y = {Conv}{{2; QuantizeToGrid<Min=-128, Max=127, IsFactor=false, Zero=0>(0,1); Cast<To=i8>(2)}}>(%x, %w, _, %s)"));

    [Theory]
    [InlineData("[] = [0.5]")]
    [InlineData("[2] = [0.5,0.25]")]
    public void ReadBytesInEpiloguesTakesTheResidualAsItLies(string scale) => PassTest.Rewrites(new ReadBytesInEpilogues(),
        Fused("(%x: i8[1,2,2,1], %r: i8[1,2,2,2])", $"const %w: i8[1,1,1,2] = [1,2] const %s: f32{scale} %d = Dequantize<Zero=3>(%r, %s) %y = {Conv}{{2; Cast<To=f32>(0); Add(2,1)}}, InputZero=0>(%x, %w, _, %d)"),
        Fused("(%x: i8[1,2,2,1], %r: i8[1,2,2,2])", $"const %w: i8[1,1,1,2] = [1,2] const %s: f32{scale} %y = {Conv}{{3; Dequantize<Zero=3>(1,2); Cast<To=f32>(0); Add(4,3)}}, InputZero=0>(%x, %w, _, %r, %s)"));

    [Fact]
    public void ReadBytesInEpiloguesStoresBytesForOneReader() => PassTest.Rewrites(new ReadBytesInEpilogues(),
        Fused("(%x: i8[1,2,2,1])", "const %w: i8[1,1,1,2] = [1,2] const %s: f32[] = [0.5] const %t: f32[] = [0.25] "
            + $"%c = {Conv}{{3; Cast<To=f32>(0); QuantizeToGrid<Min=-128, Max=127, IsFactor=true, Zero=3>(3,1); Dequantize<Zero=3>(4,2)}}, InputZero=0>(%x, %w, _, %s, %t) %y = {Conv}{{2; Cast<To=f32>(0); Add(2,1)}}, InputZero=0>(%x, %w, _, %c)"),
        Fused("(%x: i8[1,2,2,1])", "const %w: i8[1,1,1,2] = [1,2] const %s: f32[] = [0.5] const %t: f32[] = [0.25] "
            + $"%c = {Conv}{{2; Cast<To=f32>(0); QuantizeToGrid<Min=-128, Max=127, IsFactor=true, Zero=3>(2,1); Cast<To=i8>(3)}}, InputZero=0>(%x, %w, _, %s) %y = {Conv}{{3; Dequantize<Zero=3>(1,2); Cast<To=f32>(0); Add(4,3)}}, InputZero=0>(%x, %w, _, %c, %t)"));

    [Theory]
    [InlineData("(%x: i8[1,2,2,1], %r: i8[1,2,2,2])", "const %s: f32[2,1] = [0.5,0.25] %d = Dequantize<Zero=3>(%r, %s)")]
    [InlineData("(%x: i8[1,2,2,1], %r: u8[1,2,2,2])", "const %s: f32[] = [0.5] %d = Dequantize<Zero=3>(%r, %s)")]
    [InlineData("(%x: i8[1,2,2,1], %r: i8[1,1,1,2])", "const %s: f32[] = [0.5] %d = Dequantize<Zero=3>(%r, %s)")]
    public void ReadBytesInEpiloguesLeavesOtherOperands(string inputs, string residual) => PassTest.Leaves(new ReadBytesInEpilogues(),
        Fused(inputs, $"const %w: i8[1,1,1,2] = [1,2] {residual} %y = {Conv}{{2; Cast<To=f32>(0); Add(2,1)}}, InputZero=0>(%x, %w, _, %d)"));

    [Fact]
    public void FuseElementwiseClosesDiamondsForEpilogues()
    {
        var graph = PassTest.Parse(Fused("(%x: f32[1,2,2,1])", $"const %w: f32[1,1,1,1] = [2] const %o: f32[] = [1] %c = {Conv}{{1}}>(%x, %w, _) %s = Tanh(%c) %a = Add(%s, %o) %y = Mul(%c, %a)"));
        var fused = graph;
        for (int i = 0; i < 4; i++)
            foreach (IPass pass in (IPass[])[new FuseEpilogues(), new FuseElementwise()]) fused = PassManager.Run(fused, pass);
        Assert.Single(fused.Nodes);
        PassTest.Same(graph, fused, 1e-6);
    }

    [Fact]
    public void FuseElementwiseMakesOneLoop() => PassTest.Rewrites(new FuseElementwise(),
        Fused("(%x: f32[4,3], %z: f32[3])", "%a = Mul(%x, %z) %b = Exp(%a) %y = Sub(%b, %x)"),
        Fused("(%x: f32[4,3], %z: f32[3])", "%y = Elementwise<Body={2; Mul(0,1); Exp(2); Sub(3,0)}>(%x, %z)"));

    [Fact]
    public void FuseElementwiseConvertsProductsOfIntegers() => PassTest.Rewrites(new FuseElementwise(),
        Fused("(%x: i32[4,3], %z: i32[3])", "%a = Mul(%x, %z) %y = Cast<To=f32>(%a)"),
        Fused("(%x: i32[4,3], %z: i32[3])", "%y = Elementwise<Body={2; Mul(0,1); Cast<To=f32>(2)}>(%x, %z)"));

    [Fact]
    public void FuseElementwiseLeavesQuotientsOfIntegers() => PassTest.Leaves(new FuseElementwise(),
        Fused("(%x: i32[4,3], %z: i32[3])", "%a = Div(%x, %z) %y = Cast<To=f32>(%a)"));

    [Fact]
    public void FuseElementwiseDoesNotRepeatWorkForBroadcasts() => PassTest.Leaves(new FuseElementwise(),
        Fused("(%x: f32[4,3], %z: f32[3])", "%a = Exp(%z) %y = Mul(%x, %a)"));

    [Fact]
    public void WrapElementwiseMakesOneStep() => PassTest.Rewrites(new WrapElementwise(),
        Fused("(%x: f32[4])", "%y = Mul(%x, %x)"),
        Fused("(%x: f32[4])", "%y = Elementwise<Body={1; Mul(0,0)}>(%x)"));

    [Fact]
    public void CopySharedOutputsGivesEveryOutputItsElements() => PassTest.Rewrites(new CopySharedOutputs(),
        "graph \"t\" Fused (%x: f32[4]) -> (\"a\" = %r, \"b\" = %r, \"c\" = %x) { %r = Relu(%x) }",
        "graph \"t\" Fused (%x: f32[4]) -> (\"a\" = %r, \"b\" = %s, \"c\" = %u) { %r = Relu(%x) %s = Elementwise<Body={1}>(%r) %u = Elementwise<Body={1}>(%x) }");

    private static string Fused(string inputs, string body) => $"graph \"t\" Fused {inputs} -> (\"y\" = %y) {{ {body} }}";
}
