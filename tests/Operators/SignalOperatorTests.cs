using CompileModel.IR;
using CompileModel.IR.Operators;
using static CompileModel.Tests.Operators.Evaluate;

namespace CompileModel.Tests.Operators;

/// <summary>Spectra, windows and filters, on values worked out by hand or from the definition.</summary>
public sealed class SignalOperatorTests
{
    [Fact]
    public void TransformsOfAnImpulseAreFlat()
    {
        Expect(new DFT(1, false, false), F([1, 4, 2], 1, 0, 1, 0, 1, 0, 1, 0), F([1, 4, 1], 1, 0, 0, 0));
        Expect(new DFT(1, false, true), F([1, 3, 2], 1, 0, 0, -1, -1, 0), F([1, 4, 1], 0, 1, 0, 0));
        Expect(new DFT(1, true, false), F([1, 2, 2], 2, 0, 1, 0), F([1, 2, 2], 3, 0, 1, 0));
        // The axis and a longer signal as operands.
        Expect(new DFT(-2, false, false), F([1, 2, 2], 3, 0, 3, 0), F([1, 1, 1], 3), I(2), I(1));
        Expect(new DFT(1, true, true), F([1, 4, 1], 0, 1, 0, 0), F([1, 3, 2], 1, 0, 0, -1, -1, 0));
    }

    [Theory]
    [InlineData(15)]
    [InlineData(180)]
    [InlineData(512)]
    [InlineData(509)]
    public void LongTransformsAgreeWithTheDefinition(int size)
    {
        var x = TensorOf(size, i => Math.Sin(i * 0.7) + Math.Cos(i * i * 0.1));
        Expect(new DFT(1, false, true), Spectrum(size / 2 + 1), x);
        Expect(new DFT(1, true, true), x, Spectrum(size / 2 + 1), I(size));

        Tensor Spectrum(int bins) => Tensors.Make(ElementType.Float32, Shape.Of(1, bins, 2), i =>
            Enumerable.Range(0, size).Sum(n => x.AsDouble(n) * (i % 2 == 0 ? Math.Cos(2 * Math.PI * (i / 2) * n / size) : -Math.Sin(2 * Math.PI * (i / 2) * n / size))));
    }

    [Theory]
    [InlineData(8, 4)]
    [InlineData(8, 3)]
    [InlineData(70, 1)]
    public void FramesHaveTheirSpectra(int length, int step)
    {
        const int samples = 100;
        int frames = (samples - length) / step + 1, bins = length / 2 + 1;
        Tensor x = TensorOf(samples, i => Math.Sin(i * 0.3)), window = Tensors.Make(ElementType.Float32, Shape.Of(length), i => 1 / (1.0 + i));
        Expect(new STFT(true), Tensors.Make(ElementType.Float32, Shape.Of(1, frames, bins, 2), i =>
        {
            int frame = i / 2 / bins, bin = i / 2 % bins;
            return Enumerable.Range(0, length).Sum(n => x.AsDouble(frame * step + n) * window.AsDouble(n) * (i % 2 == 0 ? Math.Cos(2 * Math.PI * bin * n / length) : -Math.Sin(2 * Math.PI * bin * n / length)));
        }), x, Scalar(step), window);
    }

    [Fact]
    public void WindowsFollowTheirFormulas()
    {
        Expect(new HannWindow(ElementType.Float32, true), F(0, 0.5f, 1, 0.5f), Scalar(4));
        Expect(new HammingWindow(ElementType.Float32, false), F(4f / 46, 1, 4f / 46), Scalar(3));
        Expect(new BlackmanWindow(ElementType.Float32, true), F(0, 0.34f, 1, 0.34f), Scalar(4));
    }

    [Fact]
    public void MelFiltersAreTriangles()
    {
        var result = Reference.Evaluators.Evaluate(new MelWeightMatrix(ElementType.Float32), [Scalar(4), Scalar(64), Scalar(8000), F([], 0), F([], 4000)])[0];
        Assert.Equal(Shape.Of(33, 4), result.Shape);
        for (int filter = 0; filter < 4; filter++) Assert.Equal(1, Enumerable.Range(0, 33).Max(row => result.AsDouble(row * 4 + filter)));
    }

    private static Tensor TensorOf(int size, Func<int, double> value) => Tensors.Make(ElementType.Float32, Shape.Of(1, size, 1), value);
}
