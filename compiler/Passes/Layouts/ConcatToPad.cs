using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Passes.Canonical;

namespace CompileModel.Passes.Layouts;

/// <summary>
/// <para>Matches: a Concat of floats whose first or last operand is a constant with one value everywhere.</para>
/// <para>Becomes: PadStatic with that value of the Concat of the others.</para>
/// <para>Why: exporters append zero channels so that a residual fits. A border is filled, while constants would be stored and copied.</para>
/// <para>Where: after transpositions were sunk, with the other shape passes.</para>
/// </summary>
public sealed class ConcatToPad : RewritePass<Concat>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, Concat op)
    {
        if (at.Output.Element != ElementType.Float32) return null;
        Value[] operands = [.. at.Node.PresentInputs];
        if (operands.All(o => at.Graph.Constant(o) is not null)) return null;
        bool first = Fill(at, operands[0]) is not null;
        if ((first ? Fill(at, operands[0]) : Fill(at, operands[^1])) is not { } value) return null;

        int rank = at.Output.Shape.Rank, axis = InferenceContext.Axis(op.Axis, rank);
        Ints amount = [.. Enumerable.Range(0, rank).Select(i => i == axis ? (first ? operands[0] : operands[^1]).Shape[axis] : 0)], none = Ints.Repeat(0, rank);
        var rest = first ? operands[1..] : operands[..^1];
        var inner = rest.Length == 1 ? rest[0] : at.Add(op, rest);
        return at.Add(new PadStatic(first ? amount : none, first ? none : amount, PadMode.Constant, value), inner);
    }

    private static float? Fill(Match at, Value operand)
    {
        if (at.Graph.Constant(operand) is not { Count: > 0 } data) return null;
        var values = data.Span<float>();
        return values.ContainsAnyExcept(values[0]) ? null : values[0];
    }
}
