using CompileModel.IR;
using CompileModel.Passes;
using CompileModel.Passes.Canonical;

namespace CompileModel.Tests.Passes;

/// <summary>Passes that spell one operator out in others: the root is gone, and the graph computes the same.</summary>
public sealed class DecompositionPassTests
{
    [Fact]
    public void GemmToMatMulMovesFactorsToConstants() => PassTest.Rewrites(new GemmToMatMul(),
        "(%x: f32[2,3]) -> %y { const %w: f32[4,3] = random(1) const %c: f32[4] = random(2) %y = Gemm<Alpha=2, Beta=1, TransA=false, TransB=true>(%x, %w, %c) }",
        """
        (%x: f32[2,3]) -> %y {
            const %w: f32[4,3] = random(1)
            const %f: f32[] = [2]
            const %c: f32[4] = random(2)
            %t = Transpose<Perm=[1,0]>(%w)
            %b = Mul(%t, %f)
            %p = MatMul(%x, %b)
            %y = Add(%p, %c)
        }
        """);

    [Fact]
    public void MatMulOfMatricesLiftsVectors() => PassTest.Rewrites(new MatMulOfMatrices(),
        "(%x: f32[2,3], %v: f32[3]) -> %y { %y = MatMul(%x, %v) }",
        "(%x: f32[2,3], %v: f32[3]) -> %y { %a = ReshapeTo<To=[2,3]>(%x) %b = ReshapeTo<To=[3,1]>(%v) %p = MatMul(%a, %b) %y = ReshapeTo<To=[2]>(%p) }");

    [Fact]
    public void MatMulToFloatWidensHalves() => PassTest.Rewrites(new MatMulToFloat(),
        "(%x: f16[2,3], %w: f16[3,4]) -> %y { %y = MatMul(%x, %w) }",
        "(%x: f16[2,3], %w: f16[3,4]) -> %y { %a = Cast<To=f32>(%x) %b = Cast<To=f32>(%w) %p = MatMul(%a, %b) %y = Cast<To=f16>(%p) }");

    [Fact]
    public void MatMulToFloatSumsProductsOfOtherTypes() => PassTest.Rewrites(new MatMulToFloat(),
        "(%x: f64[2,3], %w: f64[3,4]) -> %y { %y = MatMul(%x, %w) }",
        "(%x: f64[2,3], %w: f64[3,4]) -> %y { %a = ReshapeTo<To=[2,3,1]>(%x) %b = ReshapeTo<To=[1,3,4]>(%w) %p = Mul(%a, %b) %y = Reduce<Kind=Sum, Axes=[1], KeepDims=false>(%p) }");

    [Fact]
    public void ExpandCompositesPutsTheFormulaInPlace() => PassTest.Rewrites(new ExpandComposites(),
        "(%x: f32[2,3], %t: i64[2]) -> %y { %y = NegativeLogLikelihoodLoss<Reduction=Sum, IgnoreIndex=null>(%x, %t) }",
        """
        (%x: f32[2,3], %t: i64[2]) -> %y {
            %a = ReshapeTo<To=[2,1]>(%t)
            %b = GatherElements<Axis=1>(%x, %a)
            %c = ReshapeTo<To=[2]>(%b)
            %d = Neg(%c)
            %y = Reduce<Kind=Sum, Axes=[0], KeepDims=false>(%d)
        }
        """);

    [Fact]
    public void ResolveWindowsSpellsPadsOut() => PassTest.Rewrites(new ResolveWindows(),
        "(%x: f32[1,2,5,5]) -> %y { const %w: f32[2,2,3,3] = random(1) %y = Conv<Strides=[2,2], Dilations=[], Pads=[], Groups=1, AutoPad=SameUpper>(%x, %w) }",
        "(%x: f32[1,2,5,5]) -> %y { const %w: f32[2,2,3,3] = random(1) %y = Conv<Strides=[2,2], Dilations=[1,1], Pads=[1,1,1,1], Groups=1, AutoPad=NotSet>(%x, %w) }");

    [Fact]
    public void LiftTo2DAddsAnAxis() => PassTest.Rewrites(new LiftTo2D(),
        "(%x: f32[1,2,9]) -> %y { %y = AveragePool<Kernel=[3], Strides=[2], Dilations=[1], Pads=[1,0], CeilMode=false, AutoPad=NotSet, CountIncludePad=false>(%x) }",
        """
        (%x: f32[1,2,9]) -> %y {
            %a = ReshapeTo<To=[1,2,1,9]>(%x)
            %b = AveragePool<Kernel=[1,3], Strides=[1,2], Dilations=[1,1], Pads=[0,1,0,0], CeilMode=false, AutoPad=NotSet, CountIncludePad=false>(%a)
            %y = ReshapeTo<To=[1,2,4]>(%b)
        }
        """);

    [Fact]
    public void GatherToSliceTakesOneIndex() => PassTest.Rewrites(new GatherToSlice(),
        "(%x: f32[4,3]) -> %y { const %i: i64[] = [-1] %y = Gather<Axis=0>(%x, %i) }",
        "(%x: f32[4,3]) -> %y { %s = SliceStatic<Starts=[3,0], Steps=[1,1], Sizes=[1,3]>(%x) %y = ReshapeTo<To=[3]>(%s) }");

    [Fact]
    public void ScatterToConcatPutsABoxBetweenItsNeighbours() => PassTest.Rewrites(new ScatterToConcat(),
        "(%x: f32[2,4], %u: f32[2,2]) -> %y { const %i: i64[2,2,2] = [0,1,0,2,1,1,1,-2] %y = ScatterND<Reduction=None>(%x, %i, %u) }",
        "(%x: f32[2,4], %u: f32[2,2]) -> %y { %a = SliceStatic<Starts=[0,0], Steps=[1,1], Sizes=[2,1]>(%x) %b = SliceStatic<Starts=[0,3], Steps=[1,1], Sizes=[2,1]>(%x) %y = Concat<Axis=1>(%a, %u, %b) }");

    [Fact]
    public void ScatterToConcatTakesRows() => PassTest.Rewrites(new ScatterToConcat(),
        "(%x: f32[3,4], %u: f32[1,4]) -> %y { const %i: i64[1,1] = [2] %y = ScatterND<Reduction=None>(%x, %i, %u) }",
        "(%x: f32[3,4], %u: f32[1,4]) -> %y { %a = SliceStatic<Starts=[0,0], Steps=[1,1], Sizes=[2,4]>(%x) %y = Concat<Axis=0>(%a, %u) }");

    [Fact]
    public void ScatterToConcatLeavesOtherOrders() => PassTest.Leaves(new ScatterToConcat(),
        "(%x: f32[3,4], %u: f32[2,4]) -> %y { const %i: i64[2,1] = [2,1] %y = ScatterND<Reduction=None>(%x, %i, %u) }");

    [Fact]
    public void OneHotToGatherLooksRowsUp() => PassTest.Rewrites(new OneHotToGather(),
        "(%x: i32[2,1]) -> %y { const %r: i32[1,3] = [0,1,2] const %t: f32[3,2] = [1,2,3,4,5,6] %e = Equal(%x, %r) %o = Cast<To=f32>(%e) %y = MatMul(%o, %t) }",
        "(%x: i32[2,1]) -> %y { const %t: f32[4,2] = [1,2,3,4,5,6,0,0] const %z: i32[] = [0] const %n: i32[] = [3] %i = ReshapeTo<To=[2]>(%x) %a = GreaterOrEqual(%i, %z) %b = Less(%i, %n) %c = And(%a, %b) %w = Where(%c, %i, %n) %y = Gather<Axis=0>(%t, %w) }");

    [Fact]
    public void OneHotToGatherLeavesOtherRamps() => PassTest.Leaves(new OneHotToGather(),
        "(%x: i32[2,1]) -> %y { const %r: i32[1,3] = [0,2,1] const %t: f32[3,2] = [1,2,3,4,5,6] %e = Equal(%x, %r) %o = Cast<To=f32>(%e) %y = MatMul(%o, %t) }");

    [Fact]
    public void GatherToSliceKeepsOtherOrders() => PassTest.Leaves(new GatherToSlice(),
        "(%x: f32[4,3]) -> %y { const %i: i64[3] = [0,1,3] %y = Gather<Axis=0>(%x, %i) }");

    public static TheoryData<IPass, string, string> Decomposed { get; } = new()
    {
        { new BatchNormalizationToAffine(), "f32[1,3,2,2]", "const %s: f32[3] = random(1) const %b: f32[3] = random(2) const %m: f32[3] = random(3) const %v: f32[3] = [1,0.5,2] %y = BatchNormalization<Epsilon=0.001>(%x, %s, %b, %m, %v)" },
        { new BatchNormalizationToAffine(), "f32[3]", "%y = BatchNormalization<Epsilon=20>(%x, %x, %x, %x, %x)".Replace("%x, %x, %x, %x, %x", "%x, %o, %o, %o, %o").Insert(0, "const %o: f32[1] = [2] ") },
        { new BlocksToTransposes(), "f32[1,8,2,3]", "%y = DepthToSpace<Block=2, ColumnRowDepth=false>(%x)" },
        { new BlocksToTransposes(), "f32[1,8,2,3]", "%y = DepthToSpace<Block=2, ColumnRowDepth=true>(%x)" },
        { new BlocksToTransposes(), "f32[1,2,4,6]", "%y = SpaceToDepth<Block=2, ColumnRowDepth=false>(%x)" },
        { new DecomposeNormalizations(), "f32[2,4,3,3]", "const %s: f32[4] = random(1) const %b: f32[4] = random(2) %y = InstanceNormalization<Epsilon=0.001>(%x, %s, %b)" },
        { new DecomposeNormalizations(), "f32[2,4,6]", "const %s: f32[4] = random(1) const %b: f32[4] = random(2) %y = GroupNormalization<Groups=2, Epsilon=0.001, PerGroup=false>(%x, %s, %b)" },
        { new DecomposeNormalizations(), "f32[2,4,6]", "const %s: f32[2] = random(1) const %b: f32[2] = random(2) %y = GroupNormalization<Groups=2, Epsilon=0.001, PerGroup=true>(%x, %s, %b)" },
        { new DecomposeNormalizations(), "f32[2,4,6]", "const %s: f32[6] = random(1) %y = RMSNormalization<Axis=-1, Epsilon=0.001>(%x, %s)" },
        { new DecomposeNormalizations(), "f32[2,4,6]", "%y = MeanVarianceNormalization<Axes=[0,-1]>(%x)" },
        { new DecomposeNormalizations(), "f32[2,4,6]", "%y = LpNormalization<Axis=1, P=1>(%x)" },
        { new DecomposeNormalizations(), "f32[2,4,6]", "%y = LpNormalization<Axis=-1, P=2>(%x)" },
        { new DecomposeWindowNorms(), "f32[2,7,3,2]", "%y = LRN<Size=4, Alpha=0.5, Beta=0.75, Bias=2>(%x)" },
        { new DecomposeWindowNorms(), "f32[1,2,7,7]", "%y = LpPool<Kernel=[3,2], Strides=[2,1], Dilations=[], Pads=[1,0,1,1], CeilMode=false, AutoPad=NotSet, P=3>(%x)" },
        { new DecomposeWindowNorms(), "f32[1,2,7,7]", "%y = GlobalLpPool<P=2>(%x)" },
        { new DecomposeMasks(), "f32[3,5]", "%y = Hardmax<Axis=-1>(%x)" },
        { new DecomposeMasks(), "f32[3,5]", "const %d: i64[] = [4] const %v: f32[2] = [-1,2] %y = OneHot<Axis=1>(%x, %d, %v)" },
        { new DecomposeMasks(), "f32[2,3,5]", "const %k: i64[] = [1] %y = Trilu<Upper=true>(%x, %k)" },
        { new DecomposeMasks(), "f32[2,3,5]", "%y = Trilu<Upper=false>(%x)" },
        { new EinsumToMatMul(), "f32[2,3,4]", "const %w: f32[5,4,2] = random(3) %y = Einsum<Equation=\"bij,kjb->ibk\">(%x, %w)" },
        { new EinsumToMatMul(), "f32[2,3,4]", "const %w: f32[4] = random(3) %y = Einsum<Equation=\"bij,k->ki\">(%x, %w)" },
        { new EinsumToMatMul(), "f32[2,3,4]", "%y = Einsum<Equation=\"...ij->...ji\">(%x)" },
    };

    [Theory]
    [MemberData(nameof(Decomposed), DisableDiscoveryEnumeration = true)]
    public void IsSpelledOut(IPass pass, string type, string body)
    {
        var before = PassTest.Parse($"(%x: {type}) -> %y {{ {body} }}");
        var after = PassManager.Run(before, pass);
        Assert.DoesNotContain(after.Nodes, n => n.Operator.Name == before.Nodes[^1].Operator.Name);
        PassTest.Same(before, after, 2e-5);
    }
}
