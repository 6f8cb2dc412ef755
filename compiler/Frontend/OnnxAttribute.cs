using CompileModel.IR;

namespace CompileModel.Frontend;

/// <summary>
/// An attribute of an ONNX node, decoded. <paramref name="Value"/> is a <see cref="long"/>, <see cref="float"/>, <see cref="string"/>,
/// <see cref="Tensor"/>, <see cref="Graph"/>, or an array of one of them (<c>long[]</c>, <c>float[]</c>, ...).
/// </summary>
/// <param name="Name">Name.</param>
/// <param name="Value">Value.</param>
public sealed record OnnxAttribute(string Name, object Value);
