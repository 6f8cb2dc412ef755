using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Bounded.Rules;

/// <summary>Sums of products: terms beyond the extent become 0 in both factors, for 0 times what lies there may not be 0.</summary>
public sealed class ProductRule : IExtentRule
{
    /// <inheritdoc/>
    public bool Takes(Operator op) => op is MatMul or Einsum;

    /// <inheritdoc/>
    public IReadOnlyList<Value> Apply(ExtentContext c)
    {
        if (c.Node.Operator is Einsum) return c.Same(operands: [.. Enumerable.Range(0, c.Inputs).Select(i => c.Filled(i, c.OpenAxes(i), 0))]);
        int rankB = c[1].Shape.Rank;
        return c.Same(operands: [c.Filled(0, [c[0].Shape.Rank - 1], 0), c.Filled(1, [Math.Max(0, rankB - 2)], 0)]);
    }
}
