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

    // Bytes, for a vector of bytes: instructions of a tap and of the result with requantization, and how many of them issue in a cycle; of a tap where products widen; where dot products add
    // a column of taps, of a column.
    private const double ByteTap = 10, OfByteResult = 26, BytesPerCycle = 5, WideTap = 4, WidePerCycle = 1.35, WidePerCycleInOrder = 0.88, DotColumn = 7, DotsPerCycle = 1.9, DotsPerCycleInOrder = 1.1;

    /// <summary>The one candidate of a layer.</summary>
    public static Candidate Of(ConvNhwc conv, LoweringContext c)
    {
        var bytes = c.InputType(0).Element == ElementType.Int8;
        var lanes = Isa.ForProfile(c.Target.Isas).Lanes(ElementType.Float32) * (bytes ? 4 : 1);
        var shape = c.OutputType().Shape;
        var vectors = (double)shape[0] * shape[1] * shape[2] * ((shape[3] + lanes - 1) / lanes);
        return new Candidate("depthwise", vectors * (bytes ? OfBytes(conv, c.Target) : OfFloats(conv, c.Target)), c.InputType(1).Bytes, true);
    }

    private static double OfFloats(ConvNhwc conv, TargetProfile target)
    {
        var taps = conv.Kernel[0] * conv.Kernel[1] / target.Issue.FmaPerCycle;
        if (!target.Issue.InOrder)
            return taps + OfResult;
        var inputs = conv.Strides[1] * ((Rows - 1) * conv.Strides[0] + (conv.Kernel[0] - 1) * conv.Dilations[0] + 1) / Rows;
        return taps + inputs / target.Issue.LoadsPerCycle + OfResult;
    }

    private static double OfBytes(ConvNhwc conv, TargetProfile target) => LowerDepthwiseBytes.HasDots(conv, target)
        ? (conv.Kernel[1] * conv.Strides[0] * DotColumn + OfByteResult) / (target.Issue.InOrder ? DotsPerCycleInOrder : DotsPerCycle)
        : Isa.ForProfile(target.Isas).HasWideProducts ? (conv.Kernel[0] * conv.Kernel[1] * WideTap + OfByteResult) / (target.Issue.InOrder ? WidePerCycleInOrder : WidePerCycle)
        : (conv.Kernel[0] * conv.Kernel[1] * ByteTap + OfByteResult) / BytesPerCycle;
}
