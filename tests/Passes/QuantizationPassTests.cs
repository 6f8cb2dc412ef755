using CompileModel.Passes.Canonical;

namespace CompileModel.Tests.Passes;

/// <summary>Rewrites that make integer products of what is dequantised, multiplied and quantised.</summary>
public sealed class QuantizationPassTests
{
    private const string Window = "Kernel=[1,1], Strides=[1,1], Dilations=[1,1], Pads=[0,0,0,0], Groups=1";
    private const string Conv = "Conv<Strides=[], Dilations=[], Pads=[], Groups=1, AutoPad=NotSet>";

    [Fact]
    public void FormIntegerProductsTakesAConvolution() => PassTest.Rewrites(new FormIntegerProducts(),
        "(%x: u8[1,2,1,3]) -> %y { const %s: f32[] = [0.5] const %w: i8[2,2,1,1] = [2,1,-3,4] const %t: f32[2,1,1,1] = [0.25,0.5] const %b: i32[2] = [5,6] const %u: f32[2] = [0.125,0.25] "
            + $"%a = Dequantize<Zero=3>(%x, %s) %d = Dequantize<Zero=0>(%w, %t) %c = Dequantize<Zero=0>(%b, %u) %y = {Conv}(%a, %d, %c) }}",
        "(%x: u8[1,2,1,3]) -> %y { const %w: i8[2,2,1,1] = [2,1,-3,4] const %b: i32[2] = [5,6] const %u: f32[1,2,1,1] = [0.125,0.25] "
            + $"%i = FlipSign<To=i8>(%x) %c = IntegerConv<{Window}, InputZero=-125>(%i, %w, %b) %f = Cast<To=f32>(%c) %y = Mul(%f, %u) }}");

    [Fact]
    public void FormIntegerProductsTakesWeightsWithAZeroPointOutOfTheMiddle() => PassTest.Rewrites(new FormIntegerProducts(),
        "(%x: i8[1,3]) -> %y { const %s: f32[] = [0.5] const %w: u8[3,1] = [255,0,1] %a = Dequantize<Zero=0>(%x, %s) %d = Dequantize<Zero=100>(%w, %s) %y = MatMul(%a, %d) }",
        "(%x: i8[1,3]) -> %y { const %w: i8[3,1] = [127,-128,-127] const %o: i8[3,1] = [1,1,1] const %m: i32[1] = [28] const %u: f32[] = [0.25] "
            + "%n = IntegerMatMul<InputZero=0>(%x, %w, _) %r = IntegerMatMul<InputZero=0>(%x, %o) %p = Mul(%r, %m) %t = Add(%n, %p) %f = Cast<To=f32>(%t) %y = Mul(%f, %u) }");

    [Fact]
    public void FormIntegerProductsLeavesWeightsOfTheRun() => PassTest.Leaves(new FormIntegerProducts(),
        "(%x: i8[1,3], %w: i8[3,1]) -> %y { const %s: f32[] = [0.5] %a = Dequantize<Zero=0>(%x, %s) %d = Dequantize<Zero=1>(%w, %s) %y = MatMul(%a, %d) }");

    [Theory]
    [InlineData("%t = Add(%c, %z) %y = Cast<To=f32>(%t)", "%f = Cast<To=f32>(%c) %g = Cast<To=f32>(%z) %y = Add(%f, %g)")]
    [InlineData("%s = Add(%c, %z) %t = Add(%z, %s) %y = Cast<To=f32>(%t)", "%f = Cast<To=f32>(%z) %g = Cast<To=f32>(%c) %h = Cast<To=f32>(%z) %s = Add(%g, %h) %y = Add(%f, %s)")]
    public void ConvertSumsApartTakesSumsOfAConvolution(string sum, string expected)
    {
        string start = $"(%x: i8[1,2,1,3], %z: i32[1,2,1,3]) -> %y {{ const %w: i8[2,2,1,1] = [2,1,-3,4] %c = IntegerConv<{Window}, InputZero=0>(%x, %w, _) ";
        PassTest.Rewrites(new ConvertSumsApart(), $"{start}{sum} }}", $"{start}{expected} }}");
    }

    [Fact]
    public void ConvertSumsApartLeavesOtherSums() => PassTest.Leaves(new ConvertSumsApart(),
        "(%x: i32[2], %z: i32[2]) -> %y { %t = Add(%x, %z) %y = Cast<To=f32>(%t) }");

    [Fact]
    public void SinkDequantizePassesMovement() => PassTest.Rewrites(new SinkDequantize(),
        "(%x: u8[2,3]) -> %y { const %s: f32[] = [0.5] %d = Dequantize<Zero=3>(%x, %s) %y = Transpose<Perm=[1,0]>(%d) }",
        "(%x: u8[2,3]) -> %y { const %s: f32[] = [0.5] %t = Transpose<Perm=[1,0]>(%x) %y = Dequantize<Zero=3>(%t, %s) }");

    [Theory]
    [InlineData("0.5", "%p = MaxPool<W>(%x) %y = Dequantize<Zero=3>(%p, %s)")]
    [InlineData("-0.5", "%d = Dequantize<Zero=3>(%x, %s) %y = MaxPool<W>(%d)")]
    public void SinkDequantizePassesMaximaWhereScalesArePositive(string scale, string body)
    {
        const string Pooling = "MaxPool<Kernel=[2,2], Strides=[1,1], Dilations=[1,1], Pads=[0,0,0,0], CeilMode=false, AutoPad=NotSet, ColumnMajor=false>";
        string start = $"(%x: u8[1,2,3,3]) -> %y {{ const %s: f32[] = [{scale}] ";
        PassTest.Rewrites(new SinkDequantize(), $"{start}%d = Dequantize<Zero=3>(%x, %s) %y = {Pooling}(%d) }}", start + body.Replace("MaxPool<W>", Pooling, StringComparison.Ordinal) + " }");
    }

    [Fact]
    public void SinkDequantizeJoinsPartsOfOneScale() => PassTest.Rewrites(new SinkDequantize(),
        "(%a: u8[2], %b: u8[3]) -> %y { const %s: f32[] = [0.5] %d = Dequantize<Zero=3>(%a, %s) %e = Dequantize<Zero=3>(%b, %s) %y = Concat<Axis=0>(%d, %e) }",
        "(%a: u8[2], %b: u8[3]) -> %y { const %s: f32[] = [0.5] %c = Concat<Axis=0>(%a, %b) %y = Dequantize<Zero=3>(%c, %s) }");

    [Fact]
    public void SinkDequantizeKeepsPartsOfTwoScales() => PassTest.Leaves(new SinkDequantize(),
        "(%a: u8[2], %b: u8[3]) -> %y { const %s: f32[] = [0.5] const %t: f32[] = [0.25] %d = Dequantize<Zero=3>(%a, %s) %e = Dequantize<Zero=3>(%b, %t) %y = Concat<Axis=0>(%d, %e) }");

    [Fact]
    public void HoistQuantizationGoesIntoTheParts() => PassTest.Rewrites(new HoistQuantization(),
        "(%a: f32[2], %b: f32[3]) -> %y { const %s: f32[] = [0.5] %c = Concat<Axis=0>(%a, %b) %q = QuantizeToGrid<Min=0, Max=255, IsFactor=false, Zero=0>(%c, %s) %y = Cast<To=u8>(%q) }",
        "(%a: f32[2], %b: f32[3]) -> %y { const %s: f32[] = [0.5] %q = QuantizeToGrid<Min=0, Max=255, IsFactor=false, Zero=0>(%a, %s) "
            + "%r = QuantizeToGrid<Min=0, Max=255, IsFactor=false, Zero=0>(%b, %s) %t = Cast<To=u8>(%q) %u = Cast<To=u8>(%r) %y = Concat<Axis=0>(%t, %u) }");

    [Fact]
    public void SimplifyQuantizationDropsWhatChangesNothing() => PassTest.Rewrites(new SimplifyQuantization(),
        "(%x: u8[4]) -> %y { const %s: f32[] = [0.3] %d = Dequantize<Zero=7>(%x, %s) %q = QuantizeToGrid<Min=0, Max=255, IsFactor=false, Zero=7>(%d, %s) %z = Cast<To=u8>(%q) %y = FlipSign<To=i8>(%z) }",
        "(%x: u8[4]) -> %y { %y = FlipSign<To=i8>(%x) }");

    [Fact]
    public void SimplifyQuantizationKeepsARescale() => PassTest.Leaves(new SimplifyQuantization(),
        "(%x: u8[4]) -> %y { const %s: f32[] = [0.3] const %t: f32[] = [0.4] %d = Dequantize<Zero=7>(%x, %s) %q = QuantizeToGrid<Min=0, Max=255, IsFactor=false, Zero=7>(%d, %t) %y = Cast<To=u8>(%q) }");

    [Fact]
    public void SimplifyQuantizationRoundsBounds() => PassTest.Rewrites(new SimplifyQuantization(),
        "(%x: f32[4]) -> %y { const %s: f32[] = [0.5] %c = Clamp<Min=0, Max=6>(%x) %y = QuantizeToGrid<Min=-128, Max=127, IsFactor=false, Zero=-4>(%c, %s) }",
        "(%x: f32[4]) -> %y { const %s: f32[] = [0.5] %y = QuantizeToGrid<Min=-4, Max=8, IsFactor=false, Zero=-4>(%x, %s) }");

    [Fact]
    public void SimplifyQuantizationStartsSumsWithTheBias() => PassTest.Rewrites(new SimplifyQuantization(),
        "(%x: i8[1,2]) -> %y { const %w: i8[2,2] = [1,2,3,4] const %u: f32[2] = [0.5,0.25] const %b: i32[2] = [9,-9] const %s: f32[] = [2] %p = IntegerMatMul<InputZero=1>(%x, %w) %f = Cast<To=f32>(%p) "
            + "%m = Mul(%f, %u) %c = Dequantize<Zero=0>(%b, %u) %a = Add(%m, %c) %y = QuantizeToGrid<Min=-128, Max=127, IsFactor=false, Zero=0>(%a, %s) }",
        "(%x: i8[1,2]) -> %y { const %w: i8[2,2] = [1,2,3,4] const %b: i32[2] = [9,-9] const %u: f32[2] = [0.25,0.125] %p = IntegerMatMul<InputZero=1>(%x, %w, %b) %f = Cast<To=f32>(%p) "
            + "%y = QuantizeToGrid<Min=-128, Max=127, IsFactor=true, Zero=0>(%f, %u) }");

    [Fact]
    public void SimplifyQuantizationAddsAResidualInUnitsOfTheSum() => PassTest.Rewrites(new SimplifyQuantization(),
        "(%x: i8[1,2], %r: i8[1,2]) -> %y { const %w: i8[2,2] = [1,2,3,4] const %u: f32[2] = [0.5,0.25] const %s: f32[] = [2] const %t: f32[] = [0.125] %p = IntegerMatMul<InputZero=1>(%x, %w) %f = Cast<To=f32>(%p) "
            + "%m = Mul(%f, %u) %d = Dequantize<Zero=3>(%r, %t) %a = Add(%d, %m) %y = QuantizeToGrid<Min=-128, Max=127, IsFactor=false, Zero=5>(%a, %s) }",
        "(%x: i8[1,2], %r: i8[1,2]) -> %y { const %w: i8[2,2] = [1,2,3,4] const %v: f32[2] = [0.25,0.5] const %u: f32[2] = [0.25,0.125] %p = IntegerMatMul<InputZero=1>(%x, %w) %f = Cast<To=f32>(%p) "
            + "%d = Dequantize<Zero=3>(%r, %v) %a = Add(%f, %d) %y = QuantizeToGrid<Min=-128, Max=127, IsFactor=true, Zero=5>(%a, %u) }");

    [Theory]
    [InlineData(0, "%c = Cast<To=f32>(%x)")]
    [InlineData(7, "%n = Cast<To=f32>(%x) const %z: f32[] = [7] %c = Sub(%n, %z)")]
    public void SimplifyQuantizationAddsBytesInUnitsOfTheOthers(int zero, string first) => PassTest.Rewrites(new SimplifyQuantization(),
        $"(%x: i8[4], %r: i8[4]) -> %y {{ const %s: f32[] = [0.5] const %t: f32[] = [0.25] const %u: f32[] = [2] %d = Dequantize<Zero={zero}>(%x, %s) %e = Dequantize<Zero=3>(%r, %t) %a = Add(%d, %e) "
            + "%y = QuantizeToGrid<Min=-128, Max=127, IsFactor=true, Zero=5>(%a, %u) }",
        $"(%x: i8[4], %r: i8[4]) -> %y {{ const %v: f32[] = [0.5] const %u: f32[] = [1] {first} %e = Dequantize<Zero=3>(%r, %v) %a = Add(%c, %e) "
            + "%y = QuantizeToGrid<Min=-128, Max=127, IsFactor=true, Zero=5>(%a, %u) }");

    /// <summary>Units that are 0, that differ by more than float32 holds, or of a tensor that is broadcast; a sum that others read.</summary>
    [Theory]
    [InlineData("0.5,0", "i8[2,2]", "%y")]
    [InlineData("1e-30,1", "i8[2,2]", "%y")]
    [InlineData("0.5,0.25", "i8[1,2]", "%y")]
    [InlineData("0.5,0.25", "i8[2,2]", "(\"y\" = %y, \"a\" = %a)")]
    public void SimplifyQuantizationLeavesOtherSums(string units, string residual, string outputs) => PassTest.Leaves(new SimplifyQuantization(),
        $"(%x: i8[2,2], %r: {residual}) -> {outputs} {{ const %w: i8[2,2] = [1,2,3,4] const %u: f32[2] = [{units}] const %s: f32[] = [2] const %t: f32[] = [0.125] %p = IntegerMatMul<InputZero=1>(%x, %w) %f = Cast<To=f32>(%p) "
            + "%m = Mul(%f, %u) %d = Dequantize<Zero=3>(%r, %t) %a = Add(%m, %d) %y = QuantizeToGrid<Min=-128, Max=127, IsFactor=false, Zero=5>(%a, %s) }");

    [Fact]
    public void SignedBytesMovesFlipsUp() => PassTest.Rewrites(new SignedBytes(),
        "(%x: f32[4]) -> %y { const %s: f32[] = [0.5] %q = QuantizeToGrid<Min=0, Max=255, IsFactor=false, Zero=3>(%x, %s) %b = Cast<To=u8>(%q) %r = ReshapeTo<To=[2,2]>(%b) %y = FlipSign<To=i8>(%r) }",
        "(%x: f32[4]) -> %y { const %s: f32[] = [0.5] %q = QuantizeToGrid<Min=-128, Max=127, IsFactor=false, Zero=-125>(%x, %s) %b = Cast<To=i8>(%q) %y = ReshapeTo<To=[2,2]>(%b) }");

    [Fact]
    public void SignedBytesGivesReadersOtherZeroPoints() => PassTest.Rewrites(new SignedBytes(),
        "(%x: i8[4]) -> %y { const %s: f32[] = [0.5] %f = FlipSign<To=u8>(%x) %y = Dequantize<Zero=130>(%f, %s) }",
        "(%x: i8[4]) -> %y { const %s: f32[] = [0.5] %y = Dequantize<Zero=2>(%x, %s) }");

    [Fact]
    public void TabulateBytesTakesAFunctionOfOneByte()
    {
        double[] values = [.. Enumerable.Range(-128, 256).Select(x => x * 0.05)];
        string table = string.Join(',', values.Select(x => Math.Clamp(Math.Round(x / (1 + Math.Exp(-x)) * 20), -128, 127)));
        PassTest.Rewrites(new TabulateBytes(),
            "(%x: i8[2,3]) -> %y { const %s: f32[] = [0.05] %d = Dequantize<Zero=0>(%x, %s) %g = Sigmoid(%d) %m = Mul(%d, %g) %q = QuantizeToGrid<Min=-128, Max=127, IsFactor=false, Zero=0>(%m, %s) %y = Cast<To=i8>(%q) }",
            $"(%x: i8[2,3]) -> %y {{ const %t: i8[256] = [{table}] %y = LookUp(%x, %t) }}");
    }

    [Theory]
    [InlineData("%d = Dequantize<Zero=0>(%x, %s) %m = Clamp<Min=0, Max=6>(%d)")]
    [InlineData("%d = Dequantize<Zero=0>(%x, %s) %e = Dequantize<Zero=0>(%z, %s) %g = Sigmoid(%d) %m = Mul(%e, %g)")]
    [InlineData("%d = Dequantize<Zero=0>(%x, %t) %m = Sigmoid(%d)")]
    public void TabulateBytesLeavesWhatIsCheapOrHasMoreArguments(string body) => PassTest.Leaves(new TabulateBytes(),
        $"(%x: i8[2,3], %z: i8[2,3]) -> %y {{ const %s: f32[] = [0.05] const %t: f32[3] = [0.1,0.2,0.3] {body} %q = QuantizeToGrid<Min=-128, Max=127, IsFactor=false, Zero=0>(%m, %s) %y = Cast<To=i8>(%q) }}");

    [Fact]
    public void BypassStorageCastsKeepsWholeNumbersInFloat() => PassTest.Rewrites(new BypassStorageCasts(),
        "(%x: f32[2,3]) -> %y { const %s: f32[] = [3] %q = QuantizeToGrid<Min=0, Max=255, IsFactor=false, Zero=0>(%x, %s) %b = Cast<To=u8>(%q) %y = Dequantize<Zero=2>(%b, %s) }",
        "(%x: f32[2,3]) -> %y { const %s: f32[] = [3] %q = QuantizeToGrid<Min=0, Max=255, IsFactor=false, Zero=0>(%x, %s) %y = Dequantize<Zero=2>(%q, %s) }");

    [Fact]
    public void BypassStorageCastsLeavesWhatWraps() => PassTest.Leaves(new BypassStorageCasts(),
        "(%x: f32[2,3]) -> %y { const %s: f32[] = [3] %q = QuantizeToGrid<Min=0, Max=255, IsFactor=false, Zero=0>(%x, %s) %b = Cast<To=i8>(%q) %y = Cast<To=f32>(%b) }");
}
