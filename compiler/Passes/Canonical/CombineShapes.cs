using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: ReshapeTo of ReshapeTo; Transpose of Transpose; SliceStatic of SliceStatic; PadStatic of PadStatic with one constant value.</para>
/// <para>Becomes: one of them, of the first operand.</para>
/// <para>Why: exporters write Unsqueeze, Transpose, Squeeze chains; two moves cost twice as much as one.</para>
/// <para>Where: after the forms are resolved; no-op removal takes what cancels.</para>
/// </summary>
public sealed class CombineShapes : RewritePass<Operator>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, Operator op)
    {
        if (at.Node.Inputs is not [{ } input] || at.Graph.Producer(input) is not { Inputs: [{ } x] } inner) return null;
        Operator? both = (op, inner.Operator) switch
        {
            (ReshapeTo outer, ReshapeTo) => outer,
            (Transpose outer, Transpose first) => Compose(outer.For(x.Shape.Rank), first.For(x.Shape.Rank)),
            (SliceStatic outer, SliceStatic first) => Compose(outer, first),
            (PadStatic { Mode: PadMode.Constant } outer, PadStatic { Mode: PadMode.Constant } first) when outer.Value.Equals(first.Value) => Compose(outer, first),
            _ => null,
        };
        return both is null ? null : at.Add(both, [x], inner);
    }

    private static Transpose Compose(Ints outer, Ints first) => new([.. outer.Select(p => first[p])]);

    private static SliceStatic Compose(SliceStatic outer, SliceStatic first) => new(
        [.. outer.Starts.Select((start, i) => first.Starts[i] + (start * first.Steps[i]))],
        [.. outer.Steps.Select((step, i) => outer.Sizes[i] == 1 ? 1 : step * first.Steps[i])],
        outer.Sizes);

    private static PadStatic Compose(PadStatic outer, PadStatic first) =>
        outer with { Begins = [.. outer.Begins.Select((b, i) => b + first.Begins[i])], Ends = [.. outer.Ends.Select((e, i) => e + first.Ends[i])] };
}
