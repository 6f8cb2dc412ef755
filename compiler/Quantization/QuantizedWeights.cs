using CompileModel.IR;

namespace CompileModel.Quantization;

/// <summary>Weights of one product: real = data * scale of its output channel, between -127 and 127.</summary>
/// <param name="Data">Int8, of the shape of the float weights.</param>
/// <param name="Scales">Float32, one for each output channel.</param>
/// <param name="Axis">The axis of <paramref name="Data"/> that counts output channels.</param>
/// <param name="Bias">Int32 in units of the input's scale times the channel's; null when there is none.</param>
public sealed record QuantizedWeights(Tensor Data, Tensor Scales, int Axis, Tensor? Bias);
