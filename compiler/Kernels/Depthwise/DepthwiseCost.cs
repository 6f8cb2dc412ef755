using CompileModel.IR;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Isas;
using CompileModel.Targets;

namespace CompileModel.Kernels.Depthwise;

/// <summary>What depthwise convolutions cost: products, inputs and results of one vector of output channels, as instructions that issue one after the other on in-order cores.</summary>
internal static class DepthwiseCost
{
    // Output rows that share the inputs they read.
    private const double Rows = 2;

    // Instructions for the result of a vector: bias, epilogue, store.
    private const double OfResult = 3;

    // Bytes, for a vector of bytes: instructions of a tap and of the result with requantization, and how many of them issue in a cycle; where dot products add a column of taps, of a column.
    private const double ByteTap = 10, OfByteResult = 26, BytesPerCycle = 5, DotColumn = 7, DotsPerCycle = 1.9, DotsPerCycleInOrder = 1.1;

    // Where products widen: of a tap whose weight has 16 bits; with weights of bytes, of a tap, of a sum of 16 bits that goes to 32, and of the result by float32 or by factors of 16 bits.
    private const double WideTap = 4, ShortTap = 2, OfSum = 4, OfFloatResult = 18, OfFactorResult = 4, WidePerCycle = 1.37, WidePerCycleInOrder = 0.82;

    /// <summary>The one candidate of a layer.</summary>
    public static Candidate Of(Node node, LoweringContext c)
    {
        var conv = (ConvNhwc)node.Operator;
        var bytes = c.InputType(0).Element == ElementType.Int8;
        var lanes = Isa.ForProfile(c.Target.Isas).Lanes(ElementType.Float32) * (bytes ? 4 : 1);
        var shape = c.OutputType().Shape;
        var vectors = (double)shape[0] * shape[1] * shape[2] * ((shape[3] + lanes - 1) / lanes);
        return new Candidate("depthwise", vectors * (bytes ? OfBytes(node, conv, c) : OfFloats(conv, c.Target)), c.InputType(1).Bytes, true);
    }

    private static double OfFloats(ConvNhwc conv, TargetProfile target)
    {
        var taps = conv.Kernel[0] * conv.Kernel[1] / target.Issue.FmaPerCycle;
        if (!target.Issue.InOrder)
            return taps + OfResult;
        var inputs = conv.Strides[1] * ((Rows - 1) * conv.Strides[0] + (conv.Kernel[0] - 1) * conv.Dilations[0] + 1) / Rows;
        return taps + inputs / target.Issue.LoadsPerCycle + OfResult;
    }

    private static double OfBytes(Node node, ConvNhwc conv, LoweringContext c)
    {
        var (inOrder, taps) = (c.Target.Issue.InOrder, conv.Kernel[0] * conv.Kernel[1]);
        if (LowerDepthwiseBytes.HasDots(conv, c.Target))
            return (conv.Kernel[1] * conv.Strides[0] * DotColumn + OfByteResult) / (inOrder ? DotsPerCycleInOrder : DotsPerCycle);
        if (!Isa.ForProfile(c.Target.Isas).HasWideProducts)
            return (taps * ByteTap + OfByteResult) / BytesPerCycle;
        var form = DepthwiseBytesForm.Of(node, c);
        var products = form.Together.Count == 0 ? taps * WideTap : taps * ShortTap + OfSum * form.Together.Average(t => (taps + t - 1) / t);
        return (products + (form.Factors is null ? OfFloatResult : OfFactorResult)) / (inOrder ? WidePerCycleInOrder : WidePerCycle);
    }
}
