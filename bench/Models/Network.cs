namespace CompileModel.Bench.Models;

/// <summary>A network of one input and one output, batch 1, fp32, batch normalization folded into the convolutions.</summary>
/// <param name="Name">Its name; the weights are drawn from it.</param>
/// <param name="Input">Shape of the input.</param>
/// <param name="Layers">In order; the last one gives the output.</param>
public sealed record Network(string Name, Image Input, IReadOnlyList<Layer> Layers)
{
    /// <summary>Multiply-accumulates of one inference.</summary>
    public long Macs => Layers.Sum(l => l.Macs);

    /// <summary>Shape of a value: 0 is the input, i + 1 the result of layer i.</summary>
    public Image ShapeOf(int value) => value == 0 ? Input : Layers[value - 1].Output;
}
