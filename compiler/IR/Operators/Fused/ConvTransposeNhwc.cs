namespace CompileModel.IR.Operators.Fused;

/// <summary>
/// Transposed convolution of x[N,H,W,C] with w[KH,KW,C,M/groups] to [N,OH,OW,M], OH = (H-1)*stride + (KH-1)*dilation + 1 + output pad - pads,
/// then the epilogue. Operands as <see cref="ConvNhwc"/>. Group g reads input channels g*C/groups.. and writes output channels g*M/groups...
/// </summary>
/// <param name="Kernel">KH, KW.</param>
/// <param name="Strides">Vertical, horizontal.</param>
/// <param name="Dilations">Vertical, horizontal.</param>
/// <param name="Pads">Top, left, bottom, right: cropped from the full result.</param>
/// <param name="OutputPads">Extra rows at the bottom, columns at the right.</param>
/// <param name="Groups">Groups of channels.</param>
/// <param name="Epilogue">Applied to every result.</param>
public sealed record ConvTransposeNhwc(Ints Kernel, Ints Strides, Ints Dilations, Ints Pads, Ints OutputPads, int Groups, Expression Epilogue) : FusedOperator(Epilogue)
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var (x, w) = (context[0].Shape, context[1].Shape);
        InferenceContext.Check(x.Rank == 4 && w.Rank == 4, $"{Name} takes tensors of rank 4, got {x} and {w}");
        InferenceContext.Check(w[0] == Kernel[0] && w[1] == Kernel[1] && w[2] == x[3] && x[3] % Groups == 0, $"weights {w} do not fit input {x}, kernel {Kernel}, {Groups} groups");
        int Size(int axis) => (x[1 + axis] - 1) * Strides[axis] + (Kernel[axis] - 1) * Dilations[axis] + 1 + OutputPads[axis] - Pads[axis] - Pads[axis + 2];
        InferenceContext.Check(Size(0) > 0 && Size(1) > 0, $"pads {Pads} leave nothing of the result");
        return [Finish(context, context[0].Element, Shape.Of(x[0], Size(0), Size(1), w[3] * Groups))];
    }
}
