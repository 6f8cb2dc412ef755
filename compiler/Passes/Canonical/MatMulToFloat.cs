using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: MatMul of matrices of float16 or bfloat16; of other element types but float32, up to 2^20 products.</para>
/// <para>Becomes: MatMul of float32 between casts; a sum of products.</para>
/// <para>Why: float16 and bfloat16 are storage, computed in float32; the others have no matrix kernel.</para>
/// <para>Where: after vectors have become matrices.</para>
/// </summary>
public sealed class MatMulToFloat : RewritePass<MatMul>
{
    private const long MostProducts = 1 << 20;

    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, MatMul op)
    {
        var (a, b, result) = (at[0], at[1], at.Output);
        if (a.Shape.Rank < 2 || b.Shape.Rank < 2 || a.Element == ElementType.Float32) return null;
        if (a.Element is ElementType.Float16 or ElementType.BFloat16)
            return at.Add(new Cast(a.Element), at.Add(op, at.Add(new Cast(ElementType.Float32), a), at.Add(new Cast(ElementType.Float32), b)));
        if (result.Shape.Count * a.Shape[^1] > MostProducts) return null;
        var left = at.Reshape(a, [.. a.Shape.ToArray(), 1]);
        var right = at.Reshape(b, [.. b.Shape.ToArray()[..^2], 1, b.Shape[^2], b.Shape[^1]]);
        return at.Add(new Reduce(Reduction.Sum, [result.Shape.Rank - 1], false), at.Add(new Mul(), left, right));
    }
}
