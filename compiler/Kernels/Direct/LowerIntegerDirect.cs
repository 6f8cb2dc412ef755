using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Movement;

namespace CompileModel.Kernels.Direct;

/// <summary>Convolutions and matrix products of int8 that no vector kernel takes, by <see cref="DirectIntegerTemplate"/>.</summary>
public sealed class LowerIntegerDirect : ILowering
{
    /// <inheritdoc/>
    public KernelPlan? TryLower(Node node, LoweringContext c)
    {
        if (node.Operator is not FusedOperator || c.InputType(0).Element != ElementType.Int8) return null;
        var plan = c.Plan();
        var x = plan.Input(0);
        DirectIntegerTemplate template;
        bool hasBias = node.OptionalInput(FusedOperator.Bias) is not null;
        switch (node.Operator)
        {
            case ConvNhwc conv:
                if (conv.Pads.Any(p => p != 0))
                {
                    var shape = c.InputType(0).Shape;
                    var padded = plan.Temporary(c.Hint("padded"), new(ElementType.Int8, Shape.Of(shape[0], shape[1] + conv.Pads[0] + conv.Pads[2], shape[2] + conv.Pads[1] + conv.Pads[3], shape[3])));
                    plan.Call(new PadTemplate([0, conv.Pads[0], conv.Pads[1], 0], [0, conv.Pads[2], conv.Pads[3], 0], PadMode.Constant, conv.InputZero), [x], padded);
                    x = padded;
                }
                template = new(conv.Kernel, conv.Strides, conv.Dilations, conv.Groups, conv.InputZero, hasBias, conv.Epilogue);
                break;
            case MatMulFused { TransposeB: false } product when c.InputType(1).Shape.Rank == 2:
                template = new([1, 1], [1, 1], [1, 1], 1, product.InputZero, hasBias, product.Epilogue);
                break;
            default:
                return null;
        }
        var others = Enumerable.Range(1, node.Inputs.Length - 1).Where(i => node.Inputs[i] is not null).Select(plan.Input);
        return plan.Call(template, [x, .. others], plan.Output());
    }
}
