namespace CompileModel.Quantization;

/// <summary>A node that reads quantised tensors.</summary>
/// <param name="Index">Position in the prepared model's node list.</param>
/// <param name="Name">Its name; the name of its first result when it has none.</param>
/// <param name="OpType">ONNX operator type.</param>
/// <param name="Inputs">Positions of the operands that are read quantised, weights left out.</param>
/// <param name="Weights">The weights of a convolution or matrix product.</param>
public sealed record PlannedNode(int Index, string Name, string OpType, IR.Ints Inputs, QuantizedWeights? Weights)
{
    /// <summary>Whether it is a convolution or a matrix product.</summary>
    public bool IsProduct => Weights is not null;
}
