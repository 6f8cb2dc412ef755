namespace CompileModel.IR.Operators;

/// <summary>x brought to mean 0 and variance 1 over axes. https://onnx.ai/onnx/operators/onnx__MeanVarianceNormalization.html</summary>
/// <param name="Axes">The axes; negative ones count from the end.</param>
public sealed record MeanVarianceNormalization(Ints Axes) : Operator
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        InferenceContext.CheckType(context[0].Element.IsFloat(), $"{Name} takes floats, got {context[0]}");
        foreach (int axis in Axes) InferenceContext.Axis(axis, context[0].Shape.Rank);
        return [context[0]];
    }
}
