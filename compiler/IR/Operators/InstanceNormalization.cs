namespace CompileModel.IR.Operators;

/// <summary>Every channel of every sample of x[N,C,spatial...] brought to mean 0 and variance 1, times scale[C] plus bias[C]. https://onnx.ai/onnx/operators/onnx__InstanceNormalization.html</summary>
/// <param name="Epsilon">Added to the variance.</param>
public sealed record InstanceNormalization(float Epsilon) : Operator
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var x = context[0].Shape;
        InferenceContext.CheckType(context[0].Element.IsFloat(), $"{Name} takes floats, got {context[0]}");
        InferenceContext.Check(x.Rank >= 2 && context[1].Shape.Count == x[1] && context[2].Shape.Count == x[1], $"scale {context[1].Shape} and bias {context[2].Shape} do not fit {x}");
        return [context[0]];
    }
}
