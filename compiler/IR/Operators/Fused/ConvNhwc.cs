namespace CompileModel.IR.Operators.Fused;

/// <summary>
/// Convolution of x[N,H,W,C] with w[KH,KW,C/groups,M] to [N,OH,OW,M], then the epilogue on every result. Operands: x, w, bias[M] (or left
/// out), then the operands 1.. of the epilogue, each broadcast to the output; its operand 0 is the sum after bias. With x int8 and w int8 (int16 too where every channel is a
/// group), sums of (x - InputZero) * w and the bias are int32, exact.
/// </summary>
/// <param name="Kernel">KH, KW.</param>
/// <param name="Strides">Vertical, horizontal.</param>
/// <param name="Dilations">Vertical, horizontal.</param>
/// <param name="Pads">Top, left, bottom, right; they contribute nothing.</param>
/// <param name="Groups">Groups of channels.</param>
/// <param name="Epilogue">Applied to every result.</param>
/// <param name="IsExact">Whether operands are integers whose sums must stay exact.</param>
/// <param name="InputZero">Zero point of x, which is subtracted; of integers only.</param>
public sealed record ConvNhwc(Ints Kernel, Ints Strides, Ints Dilations, Ints Pads, int Groups, Expression Epilogue, bool IsExact = false, int InputZero = 0) : FusedOperator(Epilogue)
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var (x, w) = (context[0].Shape, context[1].Shape);
        InferenceContext.Check(x.Rank == 4 && w.Rank == 4, $"{Name} takes tensors of rank 4, got {x} and {w}");
        InferenceContext.Check(w[0] == Kernel[0] && w[1] == Kernel[1] && w[2] * Groups == x[3] && w[3] % Groups == 0, $"weights {w} do not fit input {x}, kernel {Kernel}, {Groups} groups");
        bool isInteger = IntegerConv.IsIntegers(context[0].Element, context[1].Element, w[2]);
        InferenceContext.CheckType(isInteger || (context[0].Element.IsFloat() && InputZero == 0), $"{Name} takes floats or int8, got {context[0]} and {context[1]}");
        int[] size = new Window(Kernel, Strides, Dilations, Pads).OutputSizes([x[1], x[2]]);
        return [Finish(context, isInteger ? ElementType.Int32 : context[0].Element, Shape.Of(x[0], size[0], size[1], w[3]))];
    }
}
