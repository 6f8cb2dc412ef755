using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: Conv, MatMul of <c>Dequantize(x)</c> and <c>Dequantize(w)</c>, both of 8 bits, x with one scale, w constant with one scale or one an output channel.</para>
/// <para>Becomes: the sum of integer products, times both scales; a bias that is int32 in units of both scales starts the sum, any other is added behind.</para>
/// <para>Why: sums of integers are exact, and integer kernels are faster.</para>
/// <para>Where: after composites are expanded, before constant weights are dequantised.</para>
/// </summary>
public sealed class FormIntegerProducts : RewritePass<Operator>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, Operator op)
    {
        if (op is not (Conv or MatMul) || at.Output.Element != ElementType.Float32) return null;
        if (at.Producer<Dequantize>(at[0]) is not { } left || at.Producer<Dequantize>(at[1]) is not { } right) return null;
        if (at.Uniform(left.Input(1)) is null || Columns(at, right, op) is not { } scales || at.Graph.Constant(right.Input(0)) is null) return null;
        var bias = at.Node.OptionalInput(2);
        float step = at.Graph.Constant(left.Input(1))!.Span<float>()[0];
        float[] units = [.. scales.Select(s => step * s)];
        var start = op is Conv ? IntegerBias(at, bias, units) : null;

        var f = new Formula(at.Graph.Constant);
        Value? Zero(Node part) => f.Constant(Tensors.Fill(part.Input(0).Element, Shape.Scalar, ((Dequantize)part.Operator).Zero));
        var sum = op is Conv conv ? IntegerProducts.Conv(f, conv, left.Input(0), Zero(left), right.Input(0), Zero(right), start is null ? null : f.Constant(start))
            : IntegerProducts.MatMul(f, left.Input(0), Zero(left), right.Input(0), Zero(right), null);
        if (sum is null) return null;
        int channels = op is Conv ? at.Output.Shape[1] : 0;
        int[] Along(int count) => op is Conv && count > 1 ? [.. Enumerable.Range(0, at.Output.Shape.Rank).Select(i => i == 1 ? channels : 1)] : count == 1 ? [] : [count];
        var real = f.Mul(f.Cast(sum, ElementType.Float32), f.Table(ElementType.Float32, Along(units.Length), i => units[i]));
        if (bias is not null && start is null) real = f.Sum(real, f.Reshape(bias, Along(channels)));
        return at.Put(f, real, left, right);
    }

    /// <summary>The scale of each output channel, or one for all; null when scales lie along other axes.</summary>
    private static float[]? Columns(Match at, Node right, Operator op)
    {
        if (at.Graph.Constant(right.Input(1)) is not { } scale) return null;
        if (at.Uniform(right.Input(1)) is not null) return [scale.Span<float>()[0]];
        var (w, rank) = (right.Input(0).Shape, right.Input(0).Shape.Rank);
        int axis = op is Conv ? 0 : rank - 1, own = axis - (rank - scale.Shape.Rank);
        bool fits = (op is Conv || rank == 2) && own >= 0 && scale.Shape[own] == w[axis] && scale.Count == w[axis];
        return fits ? scale.Span<float>().ToArray() : null;
    }

    /// <summary>A bias that was quantised in units of both scales, or null.</summary>
    internal static Tensor? IntegerBias(Match at, Value? bias, float[] units)
    {
        if (at.Producer<Dequantize>(bias) is not { Operator: Dequantize { Zero: 0 } } part || at.Graph.Constant(part.Input(0)) is not { Element: ElementType.Int32 } data) return null;
        if (at.Graph.Constant(part.Input(1)) is not { Count: > 0 } own) return null;
        for (int i = 0; i < Math.Max(own.Count, units.Length); i++)
        {
            double expected = units[i % units.Length];
            if (Math.Abs(own.AsDouble(i % own.Count) - expected) > 1e-3 * expected) return null;
        }
        return data.Shape.Rank == 1 ? data : data.Reshape(Shape.Of(data.Count));
    }
}
