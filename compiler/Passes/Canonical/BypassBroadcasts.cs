using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: an elementwise operator that reads BroadcastTo(x), where its other operands give the result the same shape.</para>
/// <para>Becomes: the operator reading x: elementwise operators broadcast by themselves.</para>
/// <para>Why: the repeated tensor is never stored.</para>
/// <para>Where: after Expand is resolved.</para>
/// </summary>
public sealed class BypassBroadcasts : RewritePass<ElementwiseOperator>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, ElementwiseOperator op)
    {
        for (int i = 0; i < op.Arity; i++)
        {
            if (at.Producer<BroadcastTo>(at[i]) is not { } broadcast) continue;
            var inputs = at.Node.Inputs.SetItem(i, broadcast.Input(0));
            var shape = inputs.Select(v => v!.Shape).Aggregate((a, b) => Shape.Broadcast(a, b)!);
            if (shape.Equals(at.Output.Shape)) return at.Add(op, inputs, broadcast);
        }
        return null;
    }
}
