namespace CompileModel.Kernels.Winograd;

/// <summary>One way of computing a convolution, with what it is expected to cost.</summary>
/// <param name="Name">for people: direct, F(4,3)</param>
/// <param name="Form">the tile, or null for the direct way</param>
/// <param name="Cycles">predicted cycles of one inference on one core</param>
/// <param name="Bytes">bytes of the packed weights</param>
/// <param name="Reason">why it cannot be taken, or null</param>
public sealed record ConvolutionCandidate(string Name, WinogradForm? Form, double Cycles, long Bytes, string? Reason);
