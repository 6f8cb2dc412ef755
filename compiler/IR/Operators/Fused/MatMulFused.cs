namespace CompileModel.IR.Operators.Fused;

/// <summary>
/// Matrix product of a[...,M,K] and b[...,K,N] (or b[...,N,K]) to [...,M,N], batch axes broadcast, then the epilogue. Operands: a, b, bias[N]
/// (or left out), then the operands 1.. of the epilogue. Both factors have at least rank 2. With both int8,
/// sums of (a - InputZero) * b and the bias are int32, exact.
/// </summary>
/// <param name="TransposeB">b is stored as [...,N,K].</param>
/// <param name="Epilogue">Applied to every result.</param>
/// <param name="InputZero">Zero point of a, which is subtracted; of integers only.</param>
public sealed record MatMulFused(bool TransposeB, Expression Epilogue, int InputZero = 0) : FusedOperator(Epilogue)
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var (a, b) = (context[0].Shape, context[1].Shape);
        InferenceContext.Check(a.Rank >= 2 && b.Rank >= 2, $"{Name} takes matrices, got {a} and {b}");
        bool isInteger = context[0].Element == ElementType.Int8 && context[1].Element == ElementType.Int8;
        InferenceContext.CheckType(isInteger || (context[0].Element.IsFloat() && InputZero == 0), $"{Name} takes floats or int8, got {context[0]} and {context[1]}");
        int k = TransposeB ? b[^1] : b[^2], n = TransposeB ? b[^2] : b[^1];
        InferenceContext.Check(a[^1] == k, $"inner dimensions of {a} and {b} differ");
        var batch = Shape.Broadcast(new(a.Dims[..^2].ToArray()), new(b.Dims[..^2].ToArray()));
        InferenceContext.Check(batch is not null, $"batch dimensions of {a} and {b} do not broadcast");
        return [Finish(context, isInteger ? ElementType.Int32 : context[0].Element, new([.. batch!.Dims, a[^2], n]))];
    }
}
