namespace CompileModel.IR.Operators;

/// <summary>Matrices (the last two axes) with zeros below or above a diagonal, moved by operand 1. https://onnx.ai/onnx/operators/onnx__Trilu.html</summary>
/// <param name="Upper">Keeps the upper triangle.</param>
public sealed record Trilu(bool Upper) : Operator
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        InferenceContext.Check(context[0].Shape.Rank >= 2, $"{Name} takes matrices, got {context[0].Shape}");
        return [context[0]];
    }
}
