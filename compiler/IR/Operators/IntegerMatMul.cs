namespace CompileModel.IR.Operators;

/// <summary>
/// Matrix product of a[...,M,K] - InputZero and b[...,K,N], both int8 and at least of rank 2, exact, to int32; the zero point of b is subtracted already. Operands: a, b, bias[N] (int32,
/// optional).
/// </summary>
/// <param name="InputZero">Zero point of a.</param>
public sealed record IntegerMatMul(int InputZero) : Operator
{
    /// <inheritdoc/>
    public override Stage From => Stage.Typed;

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var (a, b) = (context[0].Shape, context[1].Shape);
        InferenceContext.CheckType(context[0].Element == ElementType.Int8 && context[1].Element == ElementType.Int8, $"{Name} takes int8, got {context[0]} and {context[1]}");
        InferenceContext.Check(a.Rank >= 2 && b.Rank >= 2 && a[^1] == b[^2], $"{Name} takes matrices that fit, got {a} and {b}");
        var batch = Shape.Broadcast(new(a.Dims[..^2].ToArray()), new(b.Dims[..^2].ToArray()));
        InferenceContext.Check(batch is not null, $"batch dimensions of {a} and {b} do not broadcast");
        if (context.Has(2)) InferenceContext.Check(context[2].Equals(new(ElementType.Int32, Shape.Of(b[^1]))), $"bias {context[2]} must be int32 [{b[^1]}]");
        return [new(ElementType.Int32, new([.. batch!.Dims, a[^2], b[^1]]))];
    }
}
