namespace CompileModel.Emit;

/// <summary>One call of the emitted model, as the profile and the comments show it.</summary>
/// <param name="Name">ONNX name of the first node it stands for.</param>
/// <param name="Kernel">Name of the kernel.</param>
/// <param name="Macs">Multiply-accumulate operations.</param>
public sealed record LayerInfo(string Name, string Kernel, long Macs);
