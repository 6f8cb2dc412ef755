namespace CompileModel.Emit;

/// <summary>A state that the program keeps: an output that is the input of the next inference. Both have one type.</summary>
/// <param name="Input">Which input.</param>
/// <param name="Output">Which output.</param>
public sealed record StateLink(int Input, int Output);
