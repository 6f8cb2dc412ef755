using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: a commutative operator with its constant first; float x - c, x / c with a constant c; x ^ 2, x ^ 3, x ^ 0.5, x ^ -1, x ^ -0.5; Neg of Neg.</para>
/// <para>Becomes: the constant second; x + -c, x * (1/c); x * x, Sqrt(x), Reciprocal(x); x.</para>
/// <para>Why: one form for one meaning halves the patterns that fusion has to know; divisions are slow. x * (1/c) differs from x / c by at most one
/// unit in the last place.</para>
/// <para>Where: before affine operators are folded into weights.</para>
/// </summary>
public sealed class SimplifyArithmetic : RewritePass<ElementwiseOperator>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, ElementwiseOperator op) => op switch
    {
        BinaryOperator { IsCommutative: true } when at.Graph.Constant(at[0]) is not null && at.Graph.Constant(at[1]) is null => at.Add(op, at[1], at[0]),
        Sub when FloatConstant(at) is { } c => at.Add(new Add(), at[0], at.Constant(Tensors.Map(c, v => -v))),
        // The quotient of one number costs nothing and is exact: scales come of it.
        Div when at.Output.Shape.Count > 1 && FloatConstant(at) is { } c && Invertible(c) => at.Add(new Mul(), at[0], at.Constant(Tensors.Map(c, v => 1 / v))),
        Pow when Exponent(at) is { } e => Power(at, e),
        Neg when at.Producer<Neg>(at[0]) is { } inner => inner.Input(0),
        _ => null,
    };

    private static Tensor? FloatConstant(Match at) => at.Output.Element is ElementType.Float32 or ElementType.Float64 ? at.Graph.Constant(at[1]) : null;

    /// <summary>Whether no reciprocal is infinite or loses digits as a subnormal.</summary>
    private static bool Invertible(Tensor c) => Enumerable.Range(0, c.Count).All(i => Math.Abs(c.AsDouble(i)) is > 1e-30 and < 1e30);

    /// <summary>The exponent when all elements have the same one and it does not enlarge the base.</summary>
    private static double? Exponent(Match at) => at.Output.Element.IsFloat() && at[0].Type == at.Output.Type ? at.Uniform(at[1]) : null;

    private static Value? Power(Match at, double exponent) => exponent switch
    {
        2 => at.Add(new Mul(), at[0], at[0]),
        3 => at.Add(new Mul(), at.Add(new Mul(), at[0], at[0]), at[0]),
        0.5 => at.Add(new Sqrt(), at[0]),
        -1 => at.Add(new Reciprocal(), at[0]),
        -0.5 => at.Add(new Reciprocal(), at.Add(new Sqrt(), at[0])),
        _ => null,
    };
}
