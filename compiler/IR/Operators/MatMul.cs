namespace CompileModel.IR.Operators;

/// <summary>Matrix product as numpy: vectors are rows on the left, columns on the right; stacks broadcast. https://onnx.ai/onnx/operators/onnx__MatMul.html</summary>
public sealed record MatMul : Operator
{
    /// <summary>The operand shapes with vectors as matrices.</summary>
    public static (Shape A, Shape B) Matrices(Shape a, Shape b) => (a.Rank == 1 ? [1, .. a.Dims] : a, b.Rank == 1 ? [.. b.Dims, 1] : b);

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        InferenceContext.Check(context[0].Shape.Rank > 0 && context[1].Shape.Rank > 0, "scalars cannot be multiplied as matrices");
        InferenceContext.CheckType(context[0].Element == context[1].Element, $"{Name} takes operands of one type, got {context[0]} and {context[1]}");
        var (a, b) = Matrices(context[0].Shape, context[1].Shape);
        InferenceContext.Check(a[^1] == b[^2], $"inner dimensions of {context[0].Shape} and {context[1].Shape} differ");
        var batch = Shape.Broadcast(new(a.Dims[..^2].ToArray()), new(b.Dims[..^2].ToArray()));
        InferenceContext.Check(batch is not null, $"batch dimensions of {a} and {b} do not broadcast");
        var dims = new List<Dim>(batch!.Dims.ToArray());
        if (context[0].Shape.Rank > 1) dims.Add(a[^2]);
        if (context[1].Shape.Rank > 1) dims.Add(b[^1]);
        return [new(context[0].Element, new([.. dims]))];
    }
}
