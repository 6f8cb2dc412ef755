namespace CompileModel.IR.Operators;

/// <summary>(x - mean) / sqrt(variance + Epsilon) * scale + bias for each channel (axis 1); operands x, scale, bias, mean, variance. https://onnx.ai/onnx/operators/onnx__BatchNormalization.html</summary>
/// <param name="Epsilon">Added to the variance.</param>
public sealed record BatchNormalization(float Epsilon) : Operator
{
    /// <inheritdoc/>
    public override Stage Until => Stage.Typed;

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var x = context[0].Shape;
        int channels = x.Rank > 1 ? x[1] : 1;
        InferenceContext.CheckType(context[0].Element.IsFloat(), $"{Name} takes floats, got {context[0]}");
        for (int i = 1; i < 5; i++) InferenceContext.Check(context[i].Shape.Count == channels, $"operand {i} is {context[i].Shape} for {channels} channels");
        return [context[0]];
    }
}
