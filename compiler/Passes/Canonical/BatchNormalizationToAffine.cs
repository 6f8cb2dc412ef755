using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: <c>BatchNormalization(x, scale, bias, mean, variance)</c>.</para>
/// <para>Becomes: <c>x * a + b</c> with a = scale / sqrt(variance + epsilon), b = bias - mean * a for each channel; constants when the operands are.</para>
/// <para>Why: an affine operator folds into the weights of a neighbour.</para>
/// <para>Where: before constants are folded.</para>
/// </summary>
public sealed class BatchNormalizationToAffine : RewritePass<BatchNormalization>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, BatchNormalization op)
    {
        int rank = at[0].Shape.Rank;
        int[] dims = [.. Enumerable.Range(0, Math.Max(1, rank - 1)).Select(i => i == 0 && rank > 1 ? at[0].Shape[1] : 1)];
        var (a, b) = Constants(at, op.Epsilon) ?? Computed(at, op.Epsilon);
        return at.Add(new Add(), at.Add(new Mul(), at[0], at.Reshape(a, dims)), at.Reshape(b, dims));
    }

    /// <summary>In double, rounded once.</summary>
    private static (Value A, Value B)? Constants(Match at, double epsilon)
    {
        Tensor?[] data = [.. Enumerable.Range(1, 4).Select(i => at.Graph.Constant(at[i]))];
        if (data is not [{ } scale, { } bias, { } mean, { } variance] || scale.Element is not (ElementType.Float32 or ElementType.Float64)) return null;
        double Factor(int i) => scale.AsDouble(i) / Math.Sqrt(variance.AsDouble(i) + epsilon);
        var a = Tensors.Make(scale.Element, scale.Shape, Factor);
        return (at.Constant(a), at.Constant(Tensors.Make(scale.Element, scale.Shape, i => bias.AsDouble(i) - (mean.AsDouble(i) * Factor(i)))));
    }

    private static (Value A, Value B) Computed(Match at, double epsilon)
    {
        var offset = at.Constant(Tensors.Fill(at[4].Element, Shape.Scalar, epsilon));
        var a = at.Add(new Div(), at[1], at.Add(new Sqrt(), at.Add(new Add(), at[4], offset)));
        return (a, at.Add(new Sub(), at[2], at.Add(new Mul(), at[3], a)));
    }
}
