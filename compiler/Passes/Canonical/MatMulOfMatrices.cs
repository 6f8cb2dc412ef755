using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: MatMul with a vector as an operand.</para>
/// <para>Becomes: MatMul of matrices between changes of shape: a vector is a row on the left, a column on the right.</para>
/// <para>Why: kernels know matrices.</para>
/// <para>Where: anywhere in the round.</para>
/// </summary>
public sealed class MatMulOfMatrices : RewritePass<MatMul>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, MatMul op)
    {
        if (at[0].Shape.Rank > 1 && at[1].Shape.Rank > 1) return null;
        var (a, b) = MatMul.Matrices(at[0].Shape, at[1].Shape);
        var product = at.Add(op, at.Reshape(at[0], a.ToArray()), at.Reshape(at[1], b.ToArray()));
        return at.Reshape(product, at.Output.Shape.ToArray());
    }
}
