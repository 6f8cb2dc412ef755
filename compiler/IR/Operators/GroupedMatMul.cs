namespace CompileModel.IR.Operators;

/// <summary>Matrix products of heads, a [B,Ha,M,K] by b [B,Hb,K,N]: each head of b serves Ha / Hb neighbouring heads of a. The products of Attention and FlexAttention.</summary>
/// <param name="TransposeB">b is stored as [B,Hb,N,K].</param>
/// <param name="Scale">Factor of the products; 0 for 1 / sqrt(K).</param>
public sealed record GroupedMatMul(bool TransposeB, float Scale) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var (a, b) = (Required(inputs, 0), Required(inputs, 1));
        InferenceContext.Check(a.Shape.Rank == 4 && b.Shape.Rank == 4 && a.Shape[1] % b.Shape[1] == 0, $"heads of {a.Shape} do not share those of {b.Shape}");
        int[] dims = a.Shape.ToArray();
        int heads = b.Shape[1];
        // Heads that share a factor are further rows of one product.
        bool isShared = dims[1] != heads;
        var rows = !isShared ? a : f.Reshape(a, dims[0], heads, dims[1] / heads * dims[2], dims[3]);
        var product = f.Add(new MatMul(), rows, TransposeB ? f.Transpose(b, 0, 1, 3, 2) : b);
        var result = !isShared ? product : f.Reshape(product, dims[0], dims[1], dims[2], product.Shape[3]);
        return [Scale == 1 ? result : f.Mul(result, f.Scalar(Scale == 0 ? 1 / Math.Sqrt(dims[3]) : Scale, result))];
    }
}
