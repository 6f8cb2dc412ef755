using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: <c>Cast&lt;f32&gt;(Cast&lt;T&gt;(x))</c> or <c>Dequantize(Cast&lt;T&gt;(x))</c> where x is the float32 result of <c>QuantizeToGrid</c> within the range of the integer type
/// T, and nothing else reads the integers.</para>
/// <para>Becomes: x; Dequantize of x.</para>
/// <para>Why: x holds whole numbers that T holds, so that the cast changes nothing; what quantises stays in registers. Integers that others read are stored, and read from there.</para>
/// <para>Where: after quantised operators are expanded.</para>
/// </summary>
public sealed class BypassStorageCasts : RewritePass<ElementwiseOperator>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, ElementwiseOperator op)
    {
        if (op is not (Cast { To: ElementType.Float32 } or Dequantize) || at.Producer<Cast>(at[0]) is not { } cast || !at.Graph.HasSingleUse(at[0])) return null;
        var type = at[0].Element;
        if (at.Producer<QuantizeToGrid>(cast.Input(0)) is not { Operator: QuantizeToGrid grid } || !(type.IsInteger() || type.IsNarrowInteger())) return null;
        if ((Int128)grid.Min < type.Range().Low || (Int128)grid.Max > type.Range().High) return null;
        return op is Dequantize ? at.Add(op, [cast.Input(0), at[1]], cast) : cast.Input(0);
    }
}
