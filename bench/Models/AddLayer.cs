namespace CompileModel.Bench.Models;

/// <summary>Elementwise sum of two values of one shape.</summary>
/// <param name="Left">One value.</param>
/// <param name="Right">The other.</param>
/// <param name="Output">The shape of all three.</param>
/// <param name="Activation">What follows.</param>
public sealed record AddLayer(int Left, int Right, Image Output, Activation Activation) : Layer([Left, Right], Output);
