using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: <c>QuantizeToGrid</c> with one scale, or a Cast of what it gives, of movement or maxima over windows of floats that nobody else reads.</para>
/// <para>Becomes: movement, or maxima, of what is quantised.</para>
/// <para>Why: values are quantised in the kernel that computes them, and bytes are moved.</para>
/// <para>Where: after composites are expanded.</para>
/// </summary>
public sealed class HoistQuantization : RewritePass<ElementwiseOperator>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, ElementwiseOperator op)
    {
        bool isGrid = op is QuantizeToGrid && at[1].Shape.Count == 1, isStored = op is Cast { To: ElementType.Int8 or ElementType.UInt8 } && at[0].Element == ElementType.Float32;
        if (!isGrid && !isStored) return null;
        if (at.Graph.Producer(at[0]) is not { Outputs.Length: 1, Operator: ReshapeTo or Transpose or Concat or MaxPool } node || !at.Graph.HasSingleUse(at[0])) return null;
        if (node.Operator is MaxPool && isGrid && at.Uniform(at[1]) is not > 0) return null;
        if (isStored && !node.PresentInputs.All(v => at.Producer<QuantizeToGrid>(v) is not null)) return null;
        return at.Add(node.Operator, [.. node.PresentInputs.Select(v => at.Add(op, [v, .. at.Node.Inputs.Skip(1)]))], node);
    }
}
