namespace CompileModel.Bench.Models;

/// <summary>A fully connected layer with bias.</summary>
/// <param name="Input">The value it reads: a vector.</param>
/// <param name="FanIn">Length of that vector.</param>
/// <param name="Output">Its result: channels only.</param>
public sealed record DenseLayer(int Input, int FanIn, Image Output) : Layer([Input], Output)
{
    /// <inheritdoc/>
    public override long Macs => (long)Output.Count * FanIn;
}
