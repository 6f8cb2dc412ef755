using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Reductions;

/// <summary>What a reduction does to one value and at the end; the loops around are the same for all kinds. LogSumExp subtracts the maximum, which loops find first.</summary>
/// <param name="kind">The kind.</param>
/// <param name="count">Values that go into one result.</param>
internal sealed class ReductionRule(Reduction kind, int count)
{
    /// <summary>Whether the maximum is needed before the values are summed.</summary>
    public bool NeedsMaximum => kind == Reduction.LogSumExp;

    /// <summary>Whether integers are computed as float64, because the result is a root or a logarithm.</summary>
    public bool IsFloatOnly => kind is Reduction.L2 or Reduction.LogSum or Reduction.LogSumExp;

    /// <summary>How two partial results become one.</summary>
    public VectorOp Combine => kind switch
    {
        Reduction.Max => VectorOp.Max,
        Reduction.Min => VectorOp.Min,
        Reduction.Prod => VectorOp.Multiply,
        _ => VectorOp.Add,
    };

    /// <summary>The result of nothing.</summary>
    public double Neutral(ElementType type) => kind switch
    {
        Reduction.Max => type.Lowest(),
        Reduction.Min => type.Highest(),
        Reduction.Prod => 1,
        _ => 0,
    };

    /// <summary>Takes a value in.</summary>
    public void Accumulate(RoutineBuilder b, Vec sum, Vec x, Vec? maximum)
    {
        switch (kind)
        {
            case Reduction.L2 or Reduction.SumSquare:
                b.FmaInto(sum, x, x);
                break;
            case Reduction.L1:
                b.Set(sum, VectorOp.Add, sum, b.Apply(VectorOp.Abs, x, "a"));
                break;
            case Reduction.LogSumExp:
                b.Set(sum, VectorOp.Add, sum, Exponential.Exp(b, b.Sub(x, maximum!.Value, "d")));
                break;
            default:
                b.Set(sum, Combine, sum, x);
                break;
        }
    }

    /// <summary>The result from what all values came to.</summary>
    public Vec Finish(RoutineBuilder b, Vec sum, Vec? maximum) => kind switch
    {
        Reduction.Mean when sum.Type.IsFloat() => b.Mul(sum, b.Constant(sum.Type, 1.0 / count), "mean"),
        Reduction.Mean => b.Div(sum, b.Constant(sum.Type, count), "mean"),
        Reduction.L2 => b.Apply(VectorOp.Sqrt, sum, "norm"),
        Reduction.LogSum => Logarithm.Log(b, sum),
        Reduction.LogSumExp => b.Add(Logarithm.Log(b, sum), maximum!.Value, "log"),
        _ => sum,
    };
}
