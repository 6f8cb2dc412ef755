namespace CompileModel.Bench.Models;

/// <summary>
/// Weights and bias of a layer. Normally distributed, drawn from the names of network and layer alone: equal on every machine. The variance keeps that of the values through the
/// network: 2/n before Relu, 1/n without, and less for the branch that a residual sum adds, so that outputs depend on the input and softmax does not saturate.
/// </summary>
/// <param name="Weights">[out, in / groups, kernel, kernel], or [out, in].</param>
/// <param name="Bias">[out].</param>
public sealed record LayerWeights(float[] Weights, float[] Bias)
{
    private const double ResidualGain = 0.3;

    /// <summary>The weights of layer <paramref name="index"/>, or null when it has none.</summary>
    public static LayerWeights? Of(Network network, int index) => network.Layers[index] switch
    {
        ConvLayer c => Draw(network.Name, index, c.Output.Channels, c.FanIn, (c.Activation == Activation.None ? 1 : 2) * (FeedsSum(network, index) ? ResidualGain : 1)),
        DenseLayer d => Draw(network.Name, index, d.Output.Channels, d.FanIn, 1),
        _ => null,
    };

    private static bool FeedsSum(Network network, int index) => network.Layers.OfType<AddLayer>().Any(a => a.Inputs.Contains(index + 1));

    private static LayerWeights Draw(string name, int index, int outputs, int fanIn, double gain)
    {
        var random = new GaussianSource(GaussianSource.Seed($"{name}/{index}"));
        return new(random.Draw(outputs * fanIn, Math.Sqrt(gain / fanIn)), random.Draw(outputs, 0.1));
    }
}
