namespace CompileModel.IR.Operators;

/// <summary>Every group of channels of every sample of x[N,C,spatial...] brought to mean 0 and variance 1, times scale plus bias. https://onnx.ai/onnx/operators/onnx__GroupNormalization.html</summary>
/// <param name="Groups">Number of groups.</param>
/// <param name="Epsilon">Added to the variance.</param>
/// <param name="PerGroup">Scale and bias hold one number a group (opset 18) instead of one a channel.</param>
public sealed record GroupNormalization(int Groups, float Epsilon, bool PerGroup) : Operator
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var x = context[0].Shape;
        InferenceContext.CheckType(context[0].Element.IsFloat(), $"{Name} takes floats, got {context[0]}");
        InferenceContext.Check(x.Rank >= 2 && Groups > 0 && x[1] % Groups == 0, $"{x} does not divide into {Groups} groups");
        int count = PerGroup ? Groups : x[1];
        InferenceContext.Check(context[1].Shape.Count == count && context[2].Shape.Count == count, $"scale {context[1].Shape} and bias {context[2].Shape} must hold {count} numbers");
        return [context[0]];
    }
}
