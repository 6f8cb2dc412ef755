namespace CompileModel.IR.Operators;

/// <summary>P-norm over all spatial axes (2 and up), which stay with extent 1. https://onnx.ai/onnx/operators/onnx__GlobalLpPool.html</summary>
/// <param name="P">Order of the norm.</param>
public sealed record GlobalLpPool(int P) : Operator
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var x = context[0].Shape;
        InferenceContext.Check(x.Rank >= 2, $"{Name} takes a tensor of rank 2 or more, got {x}");
        return [new(context[0].Element, Shape.Of([x[0], x[1], .. Enumerable.Repeat(1, x.Rank - 2)]))];
    }
}
