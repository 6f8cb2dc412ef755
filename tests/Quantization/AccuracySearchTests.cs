using CompileModel.Quantization.Sensitivity;

namespace CompileModel.Tests.Quantization;

/// <summary>Products go back to float32 in an order that is worth it, and no more of them than needed.</summary>
public sealed class AccuracySearchTests
{
    private static readonly LayerSensitivity[] Layers = [new("a", 40, 0.1), new("b", 10, 3), new("c", 30, 0.2), new("d", 20, 1)];
    private static readonly string[] Names = [.. Layers.Select(l => l.Product)];

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "b")]
    [InlineData(2, "b d")]
    [InlineData(3, "b c d")]
    [InlineData(4, "a b c d")]
    public void AsFewAsNeeded(int needed, string expected) => Assert.Equal(expected, string.Join(' ', AccuracySearch.Run(Names, FloatOrder.BySensitivity(Layers), floats => floats.Count >= needed)!));

    [Fact]
    public void SaysWhenAllAreNotEnough() => Assert.Null(AccuracySearch.Run(Names, FloatOrder.BySensitivity(Layers), _ => false));

    [Fact]
    public void NoiseThatCostsTheFewestCyclesGoesFirst()
    {
        // d is a tenth of the noise of b for a hundredth of its cycles; c is nearly free once its neighbour d is float32.
        int modelled = 0;
        double Cycles(IReadOnlySet<string> floats)
        {
            modelled++;
            return 10_000 + floats.Sum(p => p switch { "a" => 1000, "b" => 5000, "c" => floats.Contains("d") ? 10 : 900, _ => 50 });
        }
        Assert.Equal(["d", "c", "b", "a"], FloatOrder.ByCycles(Layers, p => p == "b" ? 5000 : 10, Cycles));
        modelled = 0;
        Assert.Equal("d", FloatOrder.ByCycles(Layers, p => p == "b" ? 5000 : 10, Cycles).First());
        Assert.Equal(2, modelled);
    }

    [Fact]
    public void FidelityOfSignals()
    {
        var fidelity = new Fidelity();
        Assert.True(double.IsNaN(fidelity.Sqnr));
        fidelity.Add([3f, 0f], [3f, 0.3f]);
        Assert.Equal(20, fidelity.Sqnr, 1e-5);
        Assert.Equal(3 / Math.Sqrt(9.09), fidelity.Cosine, 1e-6);
        Assert.Equal(0.3, fidelity.Largest, 1e-6);
        var equal = new Fidelity();
        equal.Add([1f, 2f], [1f, 2f]);
        Assert.Equal(Fidelity.MostDecibels, equal.Sqnr);
    }
}
