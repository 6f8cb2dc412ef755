using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Bounded.Rules;

/// <summary>Operators that look at a whole line along one axis: what lies beyond its extent becomes something that does not count.</summary>
public sealed class AxisRule : IExtentRule
{
    /// <inheritdoc/>
    public bool Takes(Operator op) => op is AxisOperator or ArgOperator or TopK or RunningOperator;

    /// <inheritdoc/>
    public IReadOnlyList<Value> Apply(ExtentContext c)
    {
        int rank = c[0].Shape.Rank;
        var (axis, fill) = c.Node.Operator switch
        {
            Softmax or LogSoftmax or Hardmax => (((AxisOperator)c.Node.Operator).Axis, double.NegativeInfinity),
            ArgMax op => (op.Axis, c[0].Element.Lowest()),
            ArgMin op => (op.Axis, c[0].Element.Highest()),
            TopK op => (op.Axis, op.Largest ? c[0].Element.Lowest() : c[0].Element.Highest()),
            RunningOperator op => ((int)c.Constant(1)!.AsLong(0), op.Neutral()),
            _ => throw c.Refuse("this operator does not take open extents"),
        };
        return c.Same(operands: [c.Filled(0, [InferenceContext.Axis(axis, rank)], fill), .. c.Operands.Skip(1)]);
    }
}
