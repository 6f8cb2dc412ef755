using CompileModel.IR;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Gemm;

namespace CompileModel.Kernels.Depthwise;

/// <summary>Convolutions of float32 with one filter a channel and constant weights, up to 7x7 taps, by <see cref="DepthwiseTemplate"/>.</summary>
public sealed class LowerDepthwise : ILowering
{
    // The taps are unrolled.
    private const int MostTaps = 49;

    /// <inheritdoc/>
    public KernelPlan? TryLower(Node node, LoweringContext c)
    {
        if (Operands(node, c) is not { } operands)
            return null;
        var conv = (ConvNhwc)node.Operator;
        var plan = c.Plan();
        List<PlanValue> inputs = [PaddedInput.Of(plan, c, conv.Pads), plan.Input(1)];
        if (operands.Bias is not null)
            inputs.Add(plan.Input(FusedOperator.Bias));
        inputs.AddRange(operands.Extras.Select(plan.Input));
        return plan.Call(new DepthwiseTemplate(conv.Kernel, conv.Strides, conv.Dilations, operands.Bias is not null, conv.Epilogue), inputs, plan.Output());
    }

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Candidates(Node node, LoweringContext c) => Operands(node, c) is null ? [] : [DepthwiseCost.Of(node, c)];

    private static FusedOperands? Operands(Node node, LoweringContext c)
    {
        if (node.Operator is not ConvNhwc conv || FusedOperands.Of(node, c, conv) is not { AreFloats: true } operands || c.Constant(1) is null)
            return null;
        var channels = c.InputType(0).Shape[3];
        return conv.Groups != channels || c.OutputType().Shape[3] != channels || channels == 1 || conv.Kernel[0] * conv.Kernel[1] > MostTaps ? null : operands;
    }
}
