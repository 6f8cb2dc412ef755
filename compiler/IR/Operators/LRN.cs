namespace CompileModel.IR.Operators;

/// <summary>x / (Bias + Alpha / Size * sum of squares of the Size channels around) ^ Beta. https://onnx.ai/onnx/operators/onnx__LRN.html</summary>
/// <param name="Size">Channels (axis 1) that are summed.</param>
/// <param name="Alpha">Scale.</param>
/// <param name="Beta">Exponent.</param>
/// <param name="Bias">Offset.</param>
public sealed record LRN(int Size, float Alpha, float Beta, float Bias) : Operator
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        InferenceContext.CheckType(context[0].Element.IsFloat(), $"{Name} takes floats, got {context[0]}");
        InferenceContext.Check(context[0].Shape.Rank >= 2 && Size > 0, $"{Name} takes a tensor of rank 2 or more, got {context[0].Shape}");
        return [context[0]];
    }
}
