namespace CompileModel.IR.Operators;

/// <summary>A tensor of the shape in operand 0, every element the one of Value. https://onnx.ai/onnx/operators/onnx__ConstantOfShape.html</summary>
/// <param name="Value">One element.</param>
public sealed record ConstantOfShape(Tensor Value) : Operator
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        long[] dims = context.RequireConstant(0, "the shape").ToLongs();
        InferenceContext.Check(dims.All(d => d is >= 0 and <= int.MaxValue), $"[{string.Join(',', dims)}] is not a shape");
        return [new(Value.Element, Shape.Of(dims.Select(d => (int)d)))];
    }
}
