using CompileModel.IR;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Tiling;

namespace CompileModel.Kernels.MatMul;

/// <summary>Matrix products by <see cref="MatMulTemplate"/>, of float32 and of int8; a second factor of float32 that is not constant is packed at run time first.</summary>
public sealed class LowerMatMul : ILowering
{
    /// <inheritdoc/>
    public KernelPlan? TryLower(Node node, LoweringContext c)
    {
        if (node.Operator is not MatMulFused op || Operands(node, c, op) is not { } operands)
            return null;
        int[] batch = [.. c.InputType(1).Shape.ToArray().SkipLast(2)];
        var arithmetic = operands.Arithmetic;
        var product = Product(c, arithmetic);
        var (depth, columns, batches, vectors) = (c.InputType(0).Shape[^1], product.Columns, product.Matrices, product.Vectors(c.Target));
        var packing = PanelPacking.Of(Isa.ForProfile(c.Target.Isas), columns, vectors);
        var plan = c.Plan();
        if (!arithmetic.IsFloat)
            return Integers(c, op, operands, packing, batches == 1 ? [] : [.. batch]);
        PlanValue packed;
        if (c.Constant(1) is { } weights)
        {
            var w = weights.Span<float>().ToArray();
            var size = depth * columns;
            packed = plan.Constant(c.Hint("weights"), packing.Pack(batches, depth, (g, k, n) => w[g * size + (op.TransposeB ? n * depth + k : k * columns + n)]));
        }
        else
        {
            packed = plan.Temporary(c.Hint("packed"), PackTemplate.Result(packing, batches, depth));
            plan.Call(new PackTemplate(op.TransposeB, vectors), [plan.Input(1)], packed);
        }
        List<PlanValue> inputs = [plan.Input(0), packed];
        if (operands.Bias is { } bias)
            inputs.Add(plan.Constant(c.Hint("bias"), packing.PackBias(1, bias.Span<float>())));
        inputs.AddRange(operands.Extras.Select(plan.Input));
        return plan.Call(new MatMulTemplate(batches == 1 ? [] : [.. batch], operands.Bias is not null, vectors, op.Epilogue, Sums: SumFacts.OfReals(c, op.Epilogue, operands.Extras)), inputs, plan.Output());
    }

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Candidates(Node node, LoweringContext c) =>
        node.Operator is MatMulFused op && Operands(node, c, op) is { } operands ? Product(c, operands.Arithmetic).Candidates(c.Target, "matrix product") : [];

    private static FusedOperands? Operands(Node node, LoweringContext c, MatMulFused op)
    {
        var operands = FusedOperands.Of(node, c, op);
        if (operands is null or { Arithmetic.IsFloat: true })
            return operands;
        var (depth, columns) = ((int)c.InputType(0).Shape[^1], (int)c.OutputType().Shape[^1]);
        var at = Weights(c, op, depth, columns);
        var batches = c.Constant(1)!.Count / depth / columns;
        return operands.ForWeights(c, columns * batches, depth, n => Column(at, depth, n / columns, n % columns));
    }

    // The weight of a matrix, a factor and a column.
    private static Func<int, int, int, sbyte> Weights(LoweringContext c, MatMulFused op, int depth, int columns)
    {
        var w = c.Constant(1)!.Span<sbyte>().ToArray();
        return (g, k, n) => w[g * depth * columns + (op.TransposeB ? n * depth + k : k * columns + n)];
    }

    private static sbyte[] Column(Func<int, int, int, sbyte> at, int depth, int g, int n) => [.. Enumerable.Range(0, depth).Select(k => at(g, k, n))];

    // The factor axis is padded to whole units.
    private static KernelPlan? Integers(LoweringContext c, MatMulFused op, FusedOperands operands, PanelPacking packing, Ints batch)
    {
        var (x, arithmetic) = (c.InputType(0).Shape, operands.Arithmetic);
        var (depth, columns) = ((int)x[^1], packing.Columns);
        var batches = batch.Aggregate(1, (a, b) => a * b);

        // One bias serves all matrices.
        if (batches > 1 && op.InputZero != 0 && arithmetic.Factor == ElementType.Int8)
            return null;
        var at = Weights(c, op, depth, columns);
        var (bias, facts) = operands.IntegerBias(c, op, op.InputZero, columns, n => Enumerable.Range(0, batches * depth).Select(k => (int)at(k / depth, k % depth, n)));
        var packed = packing.PackBytes(batches, 1, depth, arithmetic.Unit, at);
        var plan = c.Plan();
        var zeros = Ints.Repeat(0, x.Rank);
        List<PlanValue> inputs =
        [
            PaddedInput.Of(plan, c, zeros, [.. zeros.SkipLast(1), arithmetic.Units(depth) * arithmetic.Unit - depth], arithmetic, op.InputZero),
            plan.Constant(c.Hint("weights"), packed),
            plan.Constant(c.Hint("bias"), packing.PackBias<int>(1, bias)),
            .. operands.Extras.Select(plan.Input),
        ];
        var sums = arithmetic.Form == TileForm.Widening ? ShortSums.OfPanels(packing, batches, depth, arithmetic.Summed, (g, n) => Column(at, depth, g, n)) : default;
        return plan.Call(new MatMulTemplate(batch, true, packing.Vectors, op.Epilogue, arithmetic, sums, facts), inputs, plan.Output());
    }

    private static ProductShape Product(LoweringContext c, ProductArithmetic arithmetic)
    {
        var (a, b, output) = (c.InputType(0).Shape, c.InputType(1).Shape, c.OutputType().Shape);
        var batches = b.ToArray().SkipLast(2).Aggregate(1, (x, y) => x * y);
        var rows = batches == 1 ? (int)(output.Count / output[^1]) : output[^2];
        return new ProductShape((int)(output.Count / output[^1] / rows), rows, output[^1], arithmetic.Units(a[^1]), batches, arithmetic.Units(a[^1]), arithmetic);
    }
}
