using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Movement;

namespace CompileModel.Kernels.Gemm;

/// <summary>The first operand of a convolution or product with its border, in the elements that the arithmetic takes.</summary>
internal static class PaddedInput
{
    /// <summary>
    /// The operand x[N,H,W,C] with rows and columns added: top, left, bottom, right. Where A is of x's type, that is a Pad in front, which the memory plan usually makes free; else a copy that
    /// widens it and subtracts the zero point.
    /// </summary>
    /// <param name="plan">where calls are appended</param>
    /// <param name="c">the node</param>
    /// <param name="pads">the border</param>
    /// <param name="arithmetic">of the product; its elements are those of x when left out</param>
    /// <param name="zero">what the border holds</param>
    /// <param name="isReadBeyond">whether some bytes behind the last element are read: there are more rows then, mostly one</param>
    public static PlanValue Of(KernelPlan plan, LoweringContext c, Ints pads, ProductArithmetic? arithmetic = null, int zero = 0, bool isReadBeyond = false)
    {
        var x = c.InputType(0).Shape;
        var row = (pads[1] + x[2] + pads[3]) * x[3];
        var beyond = isReadBeyond ? ((arithmetic?.Unit ?? 1) + row - 2) / row : 0;
        Ints[] border = [[0, pads[0], pads[1], 0], [0, pads[2] + beyond, pads[3], 0]];
        return Of(plan, c, border[0], border[1], arithmetic, zero);
    }

    /// <summary>The operand with elements added in front of and behind each axis.</summary>
    public static PlanValue Of(KernelPlan plan, LoweringContext c, Ints begins, Ints ends, ProductArithmetic? arithmetic, int zero)
    {
        var x = c.InputType(0);
        var element = arithmetic?.Factor ?? x.Element;
        var isWidened = x.Element != element;
        if (!isWidened && begins.Concat(ends).All(p => p == 0))
            return plan.Input(0);
        var padded = plan.Temporary(c.Hint(isWidened ? "centered" : "padded"), new(element, new([.. Enumerable.Range(0, x.Shape.Rank).Select(d => begins[d] + x.Shape[d] + ends[d])])));
        plan.Call(isWidened ? new CenterTemplate(begins, ends, zero) : new PadTemplate(begins, ends, PadMode.Constant, zero), [plan.Input(0)], padded);
        return padded;
    }
}
