using CompileModel.IR;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Tiling;

namespace CompileModel.Kernels.MatMul;

/// <summary>Matrix products of float32 by <see cref="MatMulTemplate"/>; a second factor that is not constant is packed at run time first.</summary>
public sealed class LowerMatMul : ILowering
{
    /// <inheritdoc/>
    public KernelPlan? TryLower(Node node, LoweringContext c)
    {
        if (node.Operator is not MatMulFused op || FusedOperands.Of(node, c, op) is not { } operands)
            return null;
        int[] batch = [.. c.InputType(1).Shape.ToArray().SkipLast(2)];
        var product = Product(c);
        var (depth, columns, batches, vectors) = (product.Depth, product.Columns, product.Matrices, product.Vectors(c.Target));
        var packing = PanelPacking.Of(Isa.ForProfile(c.Target.Isas), columns, vectors);
        var plan = c.Plan();
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
        return plan.Call(new MatMulTemplate(batches == 1 ? [] : [.. batch], operands.Bias is not null, vectors, op.Epilogue), inputs, plan.Output());
    }

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Candidates(Node node, LoweringContext c) => node.Operator is MatMulFused ? Product(c).Candidates(c.Target, "matrix product") : [];

    private static ProductShape Product(LoweringContext c)
    {
        var (a, b, output) = (c.InputType(0).Shape, c.InputType(1).Shape, c.OutputType().Shape);
        var batches = b.ToArray().SkipLast(2).Aggregate(1, (x, y) => x * y);
        var rows = batches == 1 ? (int)(output.Count / output[^1]) : output[^2];
        return new ProductShape((int)(output.Count / output[^1] / rows), rows, output[^1], a[^1], batches);
    }
}
