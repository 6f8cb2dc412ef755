using CompileModel.Quantization.Sensitivity;

namespace CompileModel.Tests.Quantization;

/// <summary>The most sensitive products go back to float32, and no more than needed.</summary>
public sealed class AccuracySearchTests
{
    private static readonly LayerSensitivity[] Layers = [new("a", 40, 0.1), new("b", 10, 3), new("c", 30, 0.2), new("d", 20, 1)];

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "b")]
    [InlineData(2, "b d")]
    [InlineData(3, "b c d")]
    [InlineData(4, "a b c d")]
    public void AsFewAsNeeded(int needed, string expected) => Assert.Equal(expected, string.Join(' ', AccuracySearch.Run(Layers, floats => floats.Count >= needed)!));

    [Fact]
    public void SaysWhenAllAreNotEnough() => Assert.Null(AccuracySearch.Run(Layers, _ => false));

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
