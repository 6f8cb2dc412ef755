namespace CompileModel.Bench.Models;

/// <summary>Two values one after the other along the channels.</summary>
/// <param name="Left">The first channels.</param>
/// <param name="Right">The last channels.</param>
/// <param name="Output">Shape of the result.</param>
public sealed record ConcatLayer(int Left, int Right, Image Output) : Layer([Left, Right], Output);
