using CompileModel.IR.Operators;

namespace CompileModel.IR;

/// <summary>A window for spectra: A0 - A1 cos(2 pi n / period) + A2 cos(4 pi n / period). Operand: the size, constant.</summary>
/// <param name="To">Element type.</param>
/// <param name="IsPeriodic">Whether the period is the size, not the size less 1.</param>
/// <param name="A0">First coefficient.</param>
/// <param name="A1">Second coefficient.</param>
/// <param name="A2">Third coefficient.</param>
public abstract record WindowFunction(ElementType To, bool IsPeriodic, double A0, double A1, double A2) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        long size = f.Require(Required(inputs, 0), "the size of the window").AsLong(0);
        InferenceContext.Check(size is > 0 and <= int.MaxValue, $"a window of {size} elements");
        double period = IsPeriodic ? size : Math.Max(size - 1, 1);
        return [f.Table(To, [(int)size], n => A0 - A1 * Math.Cos(2 * Math.PI * n / period) + A2 * Math.Cos(4 * Math.PI * n / period))];
    }
}
