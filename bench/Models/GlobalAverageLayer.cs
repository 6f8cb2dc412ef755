namespace CompileModel.Bench.Models;

/// <summary>The mean of every channel.</summary>
/// <param name="Input">The value it reads.</param>
/// <param name="Output">One element a channel.</param>
public sealed record GlobalAverageLayer(int Input, Image Output) : Layer([Input], Output);
