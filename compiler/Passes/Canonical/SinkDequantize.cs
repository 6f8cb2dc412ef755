using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: movement of data, nearest ResizeTo, maxima and means over windows of <c>Dequantize(x, s)</c> with one scale (a Transpose: any constant scales); Concat of such with equal parameters.</para>
/// <para>Becomes: Dequantize of the moved integers; of the mean of the integers.</para>
/// <para>Why: bytes move four times faster than floats, and what dequantises comes to stand beside what reads it.</para>
/// <para>Where: after composites are expanded.</para>
/// </summary>
public sealed class SinkDequantize : RewritePass<Operator>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, Operator op)
    {
        if (op is Concat) return Joined(at, op);
        if (at.Node.Inputs is not [{ } input, ..] || at.Producer<Dequantize>(input) is not { Operator: Dequantize part } node) return null;
        var (x, scale) = (node.Input(0), node.Input(1));
        bool isPlain = scale.Shape.Count == 1;
        Value Moved(Operator moved, Value from) => at.Add(moved, [from, .. at.Node.Inputs.Skip(1)], node);
        switch (op)
        {
            case Transpose transpose when !isPlain && at.Graph.Constant(scale) is not null:
                int missing = x.Shape.Rank - scale.Shape.Rank;
                var full = missing == 0 ? scale : at.Reshape(scale, [.. Enumerable.Repeat(1, missing), .. scale.Shape.ToArray()]);
                return at.Add(part, Moved(transpose, x), at.Add(transpose, full));
            case ReshapeTo or Transpose or SliceStatic or BroadcastTo or TileStatic or Gather when isPlain:
            case ResizeTo { Mode: ResizeMode.Nearest } when isPlain:
                return at.Add(part, Moved(op, x), scale);
            case MaxPool when at.Node.Outputs.Length == 1 && at.Uniform(scale) is > 0:
                return at.Add(part, Moved(op, x), scale);
            case Reduce { Kind: Reduction.Mean } when isPlain && x.Element != ElementType.Float32:
            case AveragePool pool when isPlain && x.Element != ElementType.Float32 && (!pool.CountIncludePad || pool.Pads.All(p => p == 0)):
                return at.Add(part, Moved(op, at.Add(new Cast(ElementType.Float32), x)), scale);
            default:
                return null;
        }
    }

    private static Value? Joined(Match at, Operator op)
    {
        var first = at.Producer<Dequantize>(at[0]);
        foreach (var input in at.Node.PresentInputs)
        {
            if (at.Producer<Dequantize>(input) is not { } part || !part.Operator.Equals(first!.Operator) || part.Input(0).Element != first.Input(0).Element) return null;
            if (at.Uniform(part.Input(1)) is not { } scale || at.Uniform(first.Input(1)) is not { } expected || !scale.Equals(expected)) return null;
        }
        return first is null ? null : at.Add(first.Operator, at.Add(op, [.. at.Node.PresentInputs.Select(v => at.Graph.Producer(v)!.Input(0))], first), first.Input(1));
    }
}
