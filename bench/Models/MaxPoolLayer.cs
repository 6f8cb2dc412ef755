namespace CompileModel.Bench.Models;

/// <summary>Maximum over square windows.</summary>
/// <param name="Input">The value it reads.</param>
/// <param name="Output">Shape of its result.</param>
/// <param name="Kernel">Side of the window.</param>
/// <param name="Stride">Stride on both axes.</param>
/// <param name="Padding">Rows and columns on each side that no maximum sees.</param>
/// <param name="Ceil">Whether windows that fit partly count.</param>
public sealed record MaxPoolLayer(int Input, Image Output, int Kernel, int Stride, int Padding, bool Ceil) : Layer([Input], Output);
