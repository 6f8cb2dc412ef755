using CompileModel.Passes.Canonical;

namespace CompileModel.Tests.Passes;

/// <summary>Passes about shapes and data movement.</summary>
public sealed class ShapePassTests
{
    [Fact]
    public void ResolveImportedFormsTurnsReshapeIntoReshapeTo() => PassTest.Rewrites(new ResolveImportedForms(),
        "(%x: f32[2,6]) -> %y { const %s: i64[2] = [3,-1]  %y = Reshape<AllowZero=false>(%x, %s) }",
        "(%x: f32[2,6]) -> %y { %y = ReshapeTo<To=[3,4]>(%x) }");

    [Fact]
    public void ResolveImportedFormsTurnsReduceMeanIntoReduce() => PassTest.Rewrites(new ResolveImportedForms(),
        "(%x: f32[2,6]) -> %y { const %a: i64[1] = [-1]  %y = ReduceMean<KeepDims=true, NoopWithEmptyAxes=false>(%x, %a) }",
        "(%x: f32[2,6]) -> %y { %y = Reduce<Kind=Mean, Axes=[1], KeepDims=true>(%x) }");

    [Fact]
    public void CompressToGatherTakesWhatAConstantChooses() => PassTest.Rewrites(new CompressToGather(),
        "(%x: f32[2,3]) -> %y { const %c: bool[3] = [1,0,1]  %y = Compress<Axis=1, Size=-1>(%x, %c) }",
        "(%x: f32[2,3]) -> %y { const %i: i64[2] = [0,2]  %y = Gather<Axis=1>(%x, %i) }");

    [Fact]
    public void SplitToSlicesMakesOneSliceAPart() => PassTest.Rewrites(new SplitToSlices(),
        "(%x: f32[2,6]) -> %y { const %s: i64[2] = [4,2]  %a, %b = Split<Axis=1>(%x, %s)  %y = Concat<Axis=1>(%b, %a) }",
        """
        (%x: f32[2,6]) -> %y {
            %a = SliceStatic<Starts=[0,0], Steps=[1,1], Sizes=[2,4]>(%x)
            %b = SliceStatic<Starts=[0,4], Steps=[1,1], Sizes=[2,2]>(%x)
            %y = Concat<Axis=1>(%b, %a)
        }
        """);

    [Theory]
    [InlineData("ReshapeTo<To=[2,3]>")]
    [InlineData("Transpose<Perm=[0,1]>")]
    [InlineData("BroadcastTo<To=[2,3]>")]
    [InlineData("TileStatic<Repeats=[1,1]>")]
    [InlineData("Cast<To=f32>")]
    [InlineData("Concat<Axis=1>")]
    [InlineData("SliceStatic<Starts=[0,0], Steps=[1,1], Sizes=[2,3]>")]
    [InlineData("PadStatic<Begins=[0,0], Ends=[0,0], Mode=Constant, Value=0>")]
    [InlineData("Clamp<Min=-inf, Max=inf>")]
    public void RemoveNoOpsRemoves(string op) => PassTest.Rewrites(new RemoveNoOps(),
        $"(%x: f32[2,3]) -> %y {{ %a = Relu(%x)  %b = {op}(%a)  %y = Relu(%b) }}",
        "(%x: f32[2,3]) -> %y { %a = Relu(%x)  %y = Relu(%a) }");

    [Theory]
    [InlineData("Add", 0)]
    [InlineData("Sub", 0)]
    [InlineData("Mul", 1)]
    [InlineData("Div", 1)]
    [InlineData("Pow", 1)]
    public void RemoveNoOpsRemovesNeutralConstants(string op, int neutral) => PassTest.Rewrites(new RemoveNoOps(),
        $"(%x: f32[2,3]) -> %y {{ const %c: f32[3] = [{neutral},{neutral},{neutral}]  %a = {op}(%x, %c)  %y = Relu(%a) }}",
        "(%x: f32[2,3]) -> %y { %y = Relu(%x) }");

    [Fact]
    public void RemoveNoOpsKeepsABroadcastingZero() => PassTest.Leaves(new RemoveNoOps(),
        "(%x: f32[1,3]) -> %y { const %c: f32[2,1] = [0,0]  %y = Add(%x, %c) }");

    [Fact]
    public void RemoveNoOpsRemovesATransposeOfUnitAxes() => PassTest.Rewrites(new RemoveNoOps(),
        "(%x: f32[1,1,3]) -> %y { %a = Transpose<Perm=[1,0,2]>(%x)  %y = Relu(%a) }",
        "(%x: f32[1,1,3]) -> %y { %y = Relu(%x) }");

    [Fact]
    public void CombineShapesMergesReshapes() => PassTest.Rewrites(new CombineShapes(),
        "(%x: f32[2,6]) -> %y { %a = ReshapeTo<To=[12]>(%x)  %y = ReshapeTo<To=[3,4]>(%a) }",
        "(%x: f32[2,6]) -> %y { %y = ReshapeTo<To=[3,4]>(%x) }");

    [Fact]
    public void CombineShapesComposesTransposes() => PassTest.Rewrites(new CombineShapes(),
        "(%x: f32[2,3,4]) -> %y { %a = Transpose<Perm=[1,2,0]>(%x)  %y = Transpose<Perm=[1,0,2]>(%a) }",
        "(%x: f32[2,3,4]) -> %y { %y = Transpose<Perm=[2,1,0]>(%x) }");

    [Fact]
    public void CombineShapesComposesSlices() => PassTest.Rewrites(new CombineShapes(),
        "(%x: f32[10]) -> %y { %a = SliceStatic<Starts=[9], Steps=[-2], Sizes=[5]>(%x)  %y = SliceStatic<Starts=[1], Steps=[2], Sizes=[2]>(%a) }",
        "(%x: f32[10]) -> %y { %y = SliceStatic<Starts=[7], Steps=[-4], Sizes=[2]>(%x) }");

    [Fact]
    public void BypassBroadcastsReadsTheSmallOperand() => PassTest.Rewrites(new BypassBroadcasts(),
        "(%x: f32[2,3], %s: f32[3]) -> %y { %b = BroadcastTo<To=[2,3]>(%s)  %y = Mul(%x, %b) }",
        "(%x: f32[2,3], %s: f32[3]) -> %y { %y = Mul(%x, %s) }");

    [Fact]
    public void BypassBroadcastsKeepsWhatDecidesTheShape() => PassTest.Leaves(new BypassBroadcasts(),
        "(%x: f32[1,3], %s: f32[3]) -> %y { %b = BroadcastTo<To=[2,3]>(%s)  %y = Mul(%x, %b) }");

    [Fact]
    public void NormalizeAxesCountsFromTheFront() => PassTest.Rewrites(new NormalizeAxes(),
        "(%x: f32[2,3]) -> %y { %t = Transpose<Perm=[]>(%x)  %y = Concat<Axis=-1>(%t, %t) }",
        "(%x: f32[2,3]) -> %y { %t = Transpose<Perm=[1,0]>(%x)  %y = Concat<Axis=1>(%t, %t) }");

    [Fact]
    public void MergeDuplicatesKeepsOne() => PassTest.Rewrites(new MergeDuplicates(),
        "(%x: f32[2]) -> %y { const %c: f32[2] = [1,2] const %d: f32[2] = [1,2] %a = Mul(%x, %c)  %b = Mul(%x, %d)  %y = Add(%a, %b) }",
        "(%x: f32[2]) -> %y { const %c: f32[2] = [1,2] %a = Mul(%x, %c)  %y = Add(%a, %a) }");

    [Fact]
    public void EliminateDeadDropsUnreadNodes() => PassTest.Rewrites(new EliminateDead(),
        "(%x: f32[2]) -> %y { const %c: f32[2] = [1,2] %a = Mul(%x, %c)  %y = Relu(%x) }",
        "(%x: f32[2]) -> %y { %y = Relu(%x) }");

    [Fact]
    public void FoldConstantsEvaluates() => PassTest.Rewrites(new FoldConstants(keepsWeights: true),
        "(%x: f32[2]) -> %y { const %c: f32[2] = [1,4] %r = Sqrt(%c)  %y = Mul(%x, %r) }",
        "(%x: f32[2]) -> %y { const %c: f32[2] = [1,2] %y = Mul(%x, %c) }");

    [Fact]
    public void FoldConstantsKeepsWhatWouldBlowUpTheWeights() => PassTest.Leaves(new FoldConstants(keepsWeights: true),
        "(%x: f32[1]) -> %y { const %c: f32[2] = [1,4] %b = BroadcastTo<To=[500000,2]>(%c)  %y = Mul(%b, %x) }");

    [Fact]
    public void FoldConstantsKnowsShapes() => PassTest.Rewrites(new FoldConstants(keepsWeights: true),
        "(%x: f32[2,3]) -> %y { %s = ShapeOf<Start=0, End=9>(%x)  %y = Cast<To=f32>(%s) }",
        "(%x: f32[2,3]) -> %y { const %y: f32[2] = [2,3] }");
}
