using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Movement;

namespace CompileModel.Kernels.Gemm;

/// <summary>The first operand of a convolution with its border of zeros: a Pad in front, which the memory plan usually makes free.</summary>
internal static class PaddedInput
{
    /// <summary>The operand x[N,H,W,C] with rows and columns added: top, left, bottom, right.</summary>
    public static PlanValue Of(KernelPlan plan, LoweringContext c, Ints pads)
    {
        if (pads.All(p => p == 0))
            return plan.Input(0);
        var x = c.InputType(0);
        var shape = x.Shape;
        var padded = plan.Temporary(c.Hint("padded"), new(x.Element, Shape.Of(shape[0], shape[1] + pads[0] + pads[2], shape[2] + pads[1] + pads[3], shape[3])));
        plan.Call(new PadTemplate([0, pads[0], pads[1], 0], [0, pads[2], pads[3], 0], PadMode.Constant, 0), [plan.Input(0)], padded);
        return padded;
    }
}
