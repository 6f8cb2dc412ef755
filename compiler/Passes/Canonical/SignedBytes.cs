using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: <c>FlipSign</c> of what is quantised, moved, pooled, or flipped; readers of flipped values.</para>
/// <para>Becomes: values that are quantised as int8 in the first place: the flip goes up to what computes them, and readers take other zero points.</para>
/// <para>Why: integer kernels read int8; unsigned bytes are left at the borders of the model only.</para>
/// <para>Where: after integer products are formed, which ask for int8.</para>
/// </summary>
public sealed class SignedBytes : RewritePass<Operator>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, Operator op)
    {
        switch (op)
        {
            case FlipSign when at.Producer<FlipSign>(at[0]) is { } inner:
                return inner.Input(0);
            case FlipSign flip when at.Graph.Producer(at[0]) is { Outputs.Length: 1, Operator: ReshapeTo or Transpose or SliceStatic or Concat or MaxPool or BroadcastTo or TileStatic } moved:
                return at.Add(moved.Operator, [.. moved.PresentInputs.Select(v => at.Add(flip, v))], moved);
            case Dequantize part when at.Producer<FlipSign>(at[0]) is { } source:
                return at.Add(new Dequantize(part.Zero + Shift(source.Output.Element)), [source.Input(0), at[1]], source);
            case Dequantize part when at[0].Element == ElementType.UInt8 && IsFlipped(at, at[0]):
                return at.Add(new Dequantize(part.Zero - 128), at.Add(new FlipSign(ElementType.Int8), at[0]), at[1]);
            case Cast { To: ElementType.UInt8 } when at.Producer<QuantizeToGrid>(at[0]) is { Operator: QuantizeToGrid grid } node && IsFlipped(at, at.Output):
                var signed = grid with { Min = grid.Min - 128, Max = grid.Max - 128, Zero = grid.Zero - 128 };
                return at.Add(new FlipSign(ElementType.UInt8), at.Add(new Cast(ElementType.Int8), at.Add(signed, [.. node.Inputs], node)));
            default:
                return null;
        }
    }

    /// <summary>What a zero point of flipped values is more than that of the values.</summary>
    private static float Shift(ElementType flipped) => flipped == ElementType.Int8 ? 128 : -128;

    private static bool IsFlipped(Match at, Value value) => at.Graph.Users(value).Any(u => u.Operator is FlipSign);
}
