namespace CompileModel.IR.Operators;

/// <summary>Alpha * a * b + Beta * c of matrices, c (which may be left out) broadcasting. https://onnx.ai/onnx/operators/onnx__Gemm.html</summary>
/// <param name="Alpha">Factor of the product.</param>
/// <param name="Beta">Factor of c.</param>
/// <param name="TransA">a is stored transposed.</param>
/// <param name="TransB">b is stored transposed.</param>
public sealed record Gemm(float Alpha, float Beta, bool TransA, bool TransB) : Operator
{
    /// <inheritdoc/>
    public override Stage Until => Stage.Typed;

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var (a, b) = (context[0].Shape, context[1].Shape);
        InferenceContext.Check(a.Rank == 2 && b.Rank == 2, $"{Name} takes matrices, got {a} and {b}");
        InferenceContext.CheckType(context[0].Element == context[1].Element, $"{Name} takes operands of one type, got {context[0]} and {context[1]}");
        InferenceContext.Check(a[TransA ? 0 : 1] == b[TransB ? 1 : 0], $"inner dimensions of {a} and {b} differ");
        var result = Shape.Of(a[TransA ? 1 : 0], b[TransB ? 0 : 1]);
        if (context.Has(2)) InferenceContext.Check(result.Equals(Shape.Broadcast(context[2].Shape, result)), $"operand {context[2].Shape} does not broadcast to {result}");
        return [new(context[0].Element, result)];
    }
}
