using System.Collections.Immutable;

namespace CompileModel.Quantization;

/// <summary>
/// What is quantised, and how: everything that <c>Quantizer.Apply</c> needs besides the prepared float model. Value-equal.
/// </summary>
/// <param name="Tensors">The activations that become 8-bit numbers, by the ONNX name of the tensor.</param>
/// <param name="Nodes">The nodes that read them, in the order of the model.</param>
public sealed record QuantizationPlan(ImmutableSortedDictionary<string, TensorGrid> Tensors, ImmutableArray<PlannedNode> Nodes)
{
    /// <inheritdoc/>
    public bool Equals(QuantizationPlan? other) => other is not null && Tensors.SequenceEqual(other.Tensors) && Nodes.SequenceEqual(other.Nodes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Tensors.Count, Nodes.Length);
}
