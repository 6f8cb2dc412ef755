namespace CompileModel.IR.Operators;

/// <summary>Ones on a diagonal, zeros elsewhere, of the shape of the operand. https://onnx.ai/onnx/operators/onnx__EyeLike.html</summary>
/// <param name="To">Element type; null for that of the operand.</param>
/// <param name="K">The diagonal: above the main one when positive.</param>
public sealed record EyeLike(ElementType? To, int K) : Operator, ITypesOnly
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        InferenceContext.Check(context[0].Shape.Rank == 2, $"{Name} takes a matrix, got {context[0].Shape}");
        return [new(To ?? context[0].Element, context[0].Shape)];
    }
}
