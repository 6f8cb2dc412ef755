namespace CompileModel.Bench.Models;

/// <summary>A convolution with bias; depthwise when <paramref name="Groups"/> equals the channels.</summary>
/// <param name="Input">The value it reads.</param>
/// <param name="From">Shape of that value.</param>
/// <param name="Output">Shape of its result.</param>
/// <param name="Kernel">Side of the square kernel.</param>
/// <param name="Stride">Stride on both axes.</param>
/// <param name="Padding">Zeros on each side.</param>
/// <param name="Groups">Number of groups.</param>
/// <param name="Activation">What follows.</param>
public sealed record ConvLayer(int Input, Image From, Image Output, int Kernel, int Stride, int Padding, int Groups, Activation Activation) : Layer([Input], Output)
{
    /// <summary>Products that make one element of the result.</summary>
    public int FanIn => From.Channels / Groups * Kernel * Kernel;

    /// <inheritdoc/>
    public override long Macs => (long)Output.Count * FanIn;
}
