using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Bounded.Rules;

/// <summary>Operators whose result at an index reads operands at the same index, or along axes that are never open here: what lies beyond the extent stays there.</summary>
public sealed class PointwiseRule : IExtentRule
{
    /// <inheritdoc/>
    public bool Takes(Operator op) => op is ElementwiseOperator or Transpose or BroadcastTo or OneHot or Trilu or BatchNormalization or LRN or Compress { Size: < 0, Axis: not null };

    /// <inheritdoc/>
    public IReadOnlyList<Value> Apply(ExtentContext c)
    {
        if (c.Node.Operator is LRN && c.OpenAxes(0).Contains(1)) throw c.Refuse("the channels are open");
        // Division of integers by whatever lies beyond the extent may trap.
        if (c.Node.Operator is not (Div or Mod) || c[0].Element.IsFloat()) return c.Same();
        return c.Same(operands: [c[0], c.Filled(1, c.OpenAxes(1), 1)]);
    }
}
