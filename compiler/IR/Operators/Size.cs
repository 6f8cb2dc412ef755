namespace CompileModel.IR.Operators;

/// <summary>Number of elements of the operand, as an int64 scalar. https://onnx.ai/onnx/operators/onnx__Size.html</summary>
public sealed record Size : Operator, ITypesOnly
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context) => [new(ElementType.Int64, Shape.Scalar)];
}
