namespace CompileModel.Bench.Models;

/// <summary>Softmax over the channels of a vector.</summary>
/// <param name="Input">The value it reads.</param>
/// <param name="Output">The same shape.</param>
public sealed record SoftmaxLayer(int Input, Image Output) : Layer([Input], Output);
