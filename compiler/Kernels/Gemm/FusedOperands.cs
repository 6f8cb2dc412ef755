using CompileModel.IR;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Elementwise;

namespace CompileModel.Kernels.Gemm;

/// <summary>Bias and epilogue operands of a fused operator that vector code can take.</summary>
/// <param name="Bias">the constant bias, or null</param>
/// <param name="Extras">indexes of the node's operands that are operands 1.. of the epilogue</param>
/// <param name="Arithmetic">how factors are multiplied and summed</param>
internal sealed record FusedOperands(Tensor? Bias, IReadOnlyList<int> Extras, ProductArithmetic Arithmetic)
{
    /// <summary>Whether all operands and the result are float32.</summary>
    public bool AreFloats { get; private init; }

    /// <summary>Null when the target has no arithmetic for the operands, weights of integers or the bias are not constant, or the epilogue has a step without vector form.</summary>
    public static FusedOperands? Of(Node node, LoweringContext c, FusedOperator op)
    {
        var types = Enumerable.Range(FusedOperator.FirstExtra, op.Epilogue.Operands - 1).Select(i => node.Input(i).Element).ToArray();
        if (ProductArithmetic.Of(c.Target, node.Input(0).Element) is not { } arithmetic || node.Input(1).Element != arithmetic.Weight)
            return null;
        if (node.OptionalInput(FusedOperator.Bias) is { } b && b.Element != arithmetic.Sum)
            return null;
        if (types.Append(node.Output.Element).Any(t => t != ElementType.Float32 && !t.IsByte() && (arithmetic.IsFloat || t != ElementType.Int32)))
            return null;
        if (!arithmetic.IsFloat && c.Constant(1) is null)
            return null;
        var bias = c.Constant(FusedOperator.Bias);
        if (node.OptionalInput(FusedOperator.Bias) is not null && bias is null)
            return null;
        if (!ElementwiseKernels.SupportsVector(op.Epilogue, [arithmetic.Sum, .. types]))
            return null;
        return new FusedOperands(bias, [.. Enumerable.Range(FusedOperator.FirstExtra, op.Epilogue.Operands - 1)], arithmetic)
        {
            AreFloats = arithmetic.IsFloat && types.Append(node.Output.Element).All(t => t == ElementType.Float32),
        };
    }

    /// <summary>With the arithmetic that suits constant weights of bytes: products of as many units are added as are wanted, where most columns let them.</summary>
    /// <param name="c">the node</param>
    /// <param name="columns">columns of all groups</param>
    /// <param name="run">contiguous factors</param>
    /// <param name="column">the weights of a column</param>
    public FusedOperands ForWeights(LoweringContext c, int columns, int run, Func<int, sbyte[]> column)
    {
        var (most, factors) = (columns / 8, column(0).Length);
        for (var wanted = ShortSums.Wanted(c.Target, run, factors <= run); wanted > Arithmetic.Summed && Arithmetic.Units(run) >= Arithmetic.Summed; wanted = ShortSums.Fewer(wanted, factors))
        {
            if (Enumerable.Range(0, columns).Where(n => !ShortSums.Fit(column(n), run, wanted)).Take(most + 1).Count() <= most)
                return this with { Arithmetic = ProductArithmetic.Widening(wanted) };
        }
        return this;
    }

    /// <summary>
    /// The bias of integer sums, one for each column, and what is known of the sums. What is missing where A holds x and not x - zero is minus the zero point times the sum of a column's weights.
    /// </summary>
    /// <param name="c">the node</param>
    /// <param name="op">its operator</param>
    /// <param name="inputZero">zero point of x</param>
    /// <param name="columns">columns of all groups</param>
    /// <param name="weights">of a column; where there are several matrices, of all</param>
    public (int[] Bias, SumFacts Facts) IntegerBias(LoweringContext c, FusedOperator op, int inputZero, int columns, Func<int, IEnumerable<int>> weights)
    {
        var bias = Bias is null ? new int[columns] : Bias.Span<int>().ToArray();
        var isCentered = Arithmetic.Factor != ElementType.Int8;
        double largestFactor = c.InputType(0).Element != ElementType.Int8 ? -(double)short.MinValue : isCentered ? Math.Abs(inputZero) - sbyte.MinValue : -sbyte.MinValue;
        var largest = new double[columns];
        for (var i = 0; i < columns; i++)
        {
            if (inputZero != 0 && !isCentered)
                bias[i] = unchecked(bias[i] - inputZero * weights(i).Sum());
            largest[i] = Math.Abs((double)bias[i]) + largestFactor * weights(i).Sum(w => Math.Abs((double)w));
        }
        var facts = SumFacts.Of(c, op.Epilogue, Extras, largest);
        return (facts.Bias(bias), facts);
    }
}
