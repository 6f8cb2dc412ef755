using CompileModel.Passes.Canonical;

namespace CompileModel.Tests.Passes;

/// <summary>Passes about arithmetic and activations.</summary>
public sealed class ArithmeticPassTests
{
    [Fact]
    public void SimplifyArithmeticPutsConstantsSecond() => PassTest.Rewrites(new SimplifyArithmetic(),
        "(%x: f32[2]) -> %y { const %c: f32[2] = [1,2] %y = Mul(%c, %x) }",
        "(%x: f32[2]) -> %y { const %c: f32[2] = [1,2] %y = Mul(%x, %c) }");

    [Fact]
    public void SimplifyArithmeticTurnsSubIntoAdd() => PassTest.Rewrites(new SimplifyArithmetic(),
        "(%x: f32[2]) -> %y { const %c: f32[2] = [1,2] %y = Sub(%x, %c) }",
        "(%x: f32[2]) -> %y { const %c: f32[2] = [-1,-2] %y = Add(%x, %c) }");

    [Fact]
    public void SimplifyArithmeticTurnsDivIntoMul() => PassTest.Rewrites(new SimplifyArithmetic(),
        "(%x: f32[2]) -> %y { const %c: f32[2] = [2,4] %y = Div(%x, %c) }",
        "(%x: f32[2]) -> %y { const %c: f32[2] = [0.5,0.25] %y = Mul(%x, %c) }");

    [Fact]
    public void SimplifyArithmeticKeepsTheQuotientOfOneNumber() => PassTest.Leaves(new SimplifyArithmetic(),
        "(%x: f32[]) -> %y { const %c: f32[] = [255] %y = Div(%x, %c) }");

    [Fact]
    public void SimplifyArithmeticKeepsDivisionByZero() => PassTest.Leaves(new SimplifyArithmetic(),
        "(%x: f32[2]) -> %y { const %c: f32[2] = [2,0] %y = Div(%x, %c) }");

    [Fact]
    public void SimplifyArithmeticSquares() => PassTest.Rewrites(new SimplifyArithmetic(),
        "(%x: f32[2]) -> %y { const %c: f32[1] = [2] %y = Pow(%x, %c) }",
        "(%x: f32[2]) -> %y { %y = Mul(%x, %x) }");

    [Fact]
    public void ClipToClampTakesConstantBounds() => PassTest.Rewrites(new ClipToClamp(),
        "(%x: f32[2]) -> %y { const %a: f32[] = [0] const %b: f32[] = [6] %y = Clip(%x, %a, %b) }",
        "(%x: f32[2]) -> %y { %y = Clamp<Min=0, Max=6>(%x) }");

    [Fact]
    public void ClipToClampMakesReluOfMax() => PassTest.Rewrites(new ClipToClamp(),
        "(%x: f32[2]) -> %y { const %a: f32[] = [0] %y = Max(%x, %a) }",
        "(%x: f32[2]) -> %y { %y = Relu(%x) }");

    [Fact]
    public void ClipToClampMergesReluAndMin() => PassTest.Rewrites(new ClipToClamp(),
        "(%x: f32[2]) -> %y { const %a: f32[] = [6] %r = Relu(%x) %y = Min(%r, %a) }",
        "(%x: f32[2]) -> %y { %y = Clamp<Min=0, Max=6>(%x) }");

    [Fact]
    public void ClipToClampKeepsABoundThatBroadcasts() => PassTest.Leaves(new ClipToClamp(),
        "(%x: f32[2]) -> %y { const %a: f32[3,1] = [1,1,1] %y = Max(%x, %a) }");

    [Theory]
    [InlineData("%s = Sigmoid(%x) %y = Mul(%x, %s)", "Swish<Alpha=1>")]
    [InlineData("%s = Sigmoid(%x) %y = Mul(%s, %x)", "Swish<Alpha=1>")]
    [InlineData("const %a: f32[] = [1.5] %m = Mul(%x, %a) %s = Sigmoid(%m) %y = Mul(%x, %s)", "Swish<Alpha=1.5>")]
    [InlineData("%s = HardSigmoid<Alpha=0.16666667, Beta=0.5>(%x) %y = Mul(%x, %s)", "HardSwish")]
    [InlineData("const %c: f32[] = [3] const %d: f32[] = [0.16666667] %a = Add(%x, %c) %r = Clamp<Min=0, Max=6>(%a) %m = Mul(%x, %r) %y = Mul(%m, %d)", "HardSwish")]
    [InlineData("const %c: f32[] = [3] const %d: f32[] = [0.16666667] %a = Add(%x, %c) %r = Clamp<Min=0, Max=6>(%a) %m = Mul(%r, %d) %y = Mul(%x, %m)", "HardSwish")]
    [InlineData("const %c: f32[] = [3] const %d: f32[] = [0.16666667] %a = Add(%x, %c) %r = Clamp<Min=0, Max=6>(%a) %y = Mul(%r, %d)", "HardSigmoid<Alpha=0.16666667, Beta=0.5>")]
    [InlineData("%s = Softplus(%x) %t = Tanh(%s) %y = Mul(%x, %t)", "Mish")]
    [InlineData("const %c: f32[] = [0.70710677] const %o: f32[] = [1] const %h: f32[] = [0.5] %d = Mul(%x, %c) %e = Erf(%d) %a = Add(%e, %o) %m = Mul(%x, %a) %y = Mul(%m, %h)", "Gelu<Tanh=false>")]
    [InlineData("const %c: f32[] = [0.70710677] const %o: f32[] = [1] const %h: f32[] = [0.5] %d = Mul(%x, %c) %e = Erf(%d) %a = Add(%e, %o) %m = Mul(%x, %h) %y = Mul(%m, %a)", "Gelu<Tanh=false>")]
    [InlineData("const %c: f32[] = [0.044715] const %k: f32[] = [0.7978846] const %o: f32[] = [1] const %h: f32[] = [0.5] %p = Mul(%x, %x) %q = Mul(%p, %x) %r = Mul(%q, %c) %s = Add(%x, %r) %t = Mul(%s, %k) %u = Tanh(%t) %v = Add(%u, %o) %w = Mul(%x, %h) %y = Mul(%w, %v)", "Gelu<Tanh=true>")]
    [InlineData("const %c: f32[] = [0.044715] const %k: f32[] = [0.7978846] const %o: f32[] = [1] const %h: f32[] = [0.5] %p = Mul(%x, %c) %q = Mul(%x, %p) %r = Mul(%x, %q) %s = Add(%r, %x) %t = Mul(%s, %k) %u = Tanh(%t) %v = Add(%u, %o) %w = Mul(%v, %h) %y = Mul(%x, %w)", "Gelu<Tanh=true>")]
    public void RecognizeActivationsFinds(string body, string op) => PassTest.Rewrites(new RecognizeActivations(),
        $"(%x: f32[64]) -> %y {{ {body} }}", $"(%x: f32[64]) -> %y {{ %y = {op}(%x) }}", 1e-5);

    [Fact]
    public void RecognizeActivationsKeepsOtherAngles() => PassTest.Leaves(new RecognizeActivations(),
        "(%x: f32[64]) -> %y { const %c: f32[] = [0.044715] const %k: f32[] = [0.7978846] const %o: f32[] = [1] const %h: f32[] = [0.5] %p = Mul(%x, %x) %r = Mul(%p, %c) %s = Add(%x, %r) %t = Mul(%s, %k) %u = Tanh(%t) %v = Add(%u, %o) %w = Mul(%x, %h) %y = Mul(%w, %v) }");

    [Fact]
    public void RecognizeActivationsKeepsOtherFactors() => PassTest.Leaves(new RecognizeActivations(),
        "(%x: f32[64], %z: f32[64]) -> %y { %s = Sigmoid(%z) %y = Mul(%x, %s) }");

    [Fact]
    public void DecomposeReduceKeepsAxes() => PassTest.Rewrites(new DecomposeReduce(),
        "(%x: f32[2,3]) -> %y { %y = Reduce<Kind=Mean, Axes=[1], KeepDims=false>(%x) }",
        "(%x: f32[2,3]) -> %y { %a = Reduce<Kind=Mean, Axes=[1], KeepDims=true>(%x) %y = ReshapeTo<To=[2]>(%a) }");

    [Fact]
    public void DecomposeReduceSpellsNormsOut() => PassTest.Rewrites(new DecomposeReduce(),
        "(%x: f32[2,3]) -> %y { %y = Reduce<Kind=L2, Axes=[1], KeepDims=true>(%x) }",
        "(%x: f32[2,3]) -> %y { %a = Mul(%x, %x) %b = Reduce<Kind=Sum, Axes=[1], KeepDims=true>(%a) %y = Sqrt(%b) }");

    [Fact]
    public void DecomposeReduceKeepsLogSumExpStable() => PassTest.Rewrites(new DecomposeReduce(),
        "(%x: f32[2,3]) -> %y { %y = Reduce<Kind=LogSumExp, Axes=[1], KeepDims=true>(%x) }",
        """
        (%x: f32[2,3]) -> %y {
            %m = Reduce<Kind=Max, Axes=[1], KeepDims=true>(%x)
            %s = Sub(%x, %m)
            %e = Exp(%s)
            %r = Reduce<Kind=Sum, Axes=[1], KeepDims=true>(%e)
            %l = Log(%r)
            %y = Add(%l, %m)
        }
        """);
}
