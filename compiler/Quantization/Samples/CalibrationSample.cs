using CompileModel.IR;

namespace CompileModel.Quantization.Samples;

/// <summary>One set of inputs of a model.</summary>
/// <param name="Name">What messages call it: the file or folder it came from.</param>
/// <param name="Inputs">One tensor for each input of the model, in order, of the input's type.</param>
public sealed record CalibrationSample(string Name, IReadOnlyList<Tensor> Inputs);
