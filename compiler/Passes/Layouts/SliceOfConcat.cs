using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Passes.Canonical;

namespace CompileModel.Passes.Layouts;

/// <summary>
/// <para>Matches: a SliceStatic that takes nothing but elements of one operand of a Concat.</para>
/// <para>Becomes: the operand, or a SliceStatic of it.</para>
/// <para>Why: detectors decode boxes in parts, put them together and take them apart again; without the detour the arithmetic is one loop.</para>
/// <para>Where: after transpositions were sunk past both.</para>
/// </summary>
public sealed class SliceOfConcat : RewritePass<SliceStatic>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, SliceStatic op)
    {
        if (at.Graph.Producer(at[0]) is not { Operator: Concat concat } producer || at.Output.Shape.Count == 0) return null;
        int axis = InferenceContext.Axis(concat.Axis, at.Output.Shape.Rank);
        int first = op.Starts[axis], last = first + ((op.Sizes[axis] - 1) * op.Steps[axis]);
        int offset = 0;
        foreach (var operand in producer.PresentInputs)
        {
            int end = offset + operand.Shape[axis];
            if (Math.Min(first, last) >= offset && Math.Max(first, last) < end)
            {
                var starts = op.Starts.ToArray();
                starts[axis] -= offset;
                bool whole = at.Output.Shape.Equals(operand.Shape) && starts.All(s => s == 0) && op.Steps.All(s => s == 1);
                return whole ? operand : at.Add(op with { Starts = new(starts) }, operand);
            }
            offset = end;
        }
        return null;
    }
}
