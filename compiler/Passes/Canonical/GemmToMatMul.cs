using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: <c>Gemm&lt;alpha, beta, transA, transB&gt;(a, b, c)</c>.</para>
/// <para>Becomes: <c>MatMul(a', b') * alpha + c * beta</c>; transposes and factors of constants fold into them, factors of 1 are left out.</para>
/// <para>Why: one matrix product operator.</para>
/// <para>Where: before constants are folded.</para>
/// </summary>
public sealed class GemmToMatMul : RewritePass<Gemm>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, Gemm op)
    {
        Value a = op.TransA ? at.Add(new Transpose([1, 0]), at[0]) : at[0], b = op.TransB ? at.Add(new Transpose([1, 0]), at[1]) : at[1];
        if (op.Alpha != 1)
        {
            var alpha = at.Scalar(op.Alpha);
            if (at.Graph.Constant(at[0]) is not null) a = at.Add(new Mul(), a, alpha);
            else b = at.Add(new Mul(), b, alpha);
        }
        var product = at.Add(new MatMul(), a, b);
        if (at.Node.OptionalInput(2) is not { } c || op.Beta == 0) return product;
        return at.Add(new Add(), product, op.Beta == 1 ? c : at.Add(new Mul(), c, at.Scalar(op.Beta)));
    }
}
