using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Between [N,H,W,C] and the layout [N,C,H,W] that the plain loops use.</summary>
public static class Nhwc
{
    /// <summary>The same shape with the channels as axis 1.</summary>
    public static Shape Channels1(Shape nhwc) => Shape.Of(nhwc[0], nhwc[3], nhwc[1], nhwc[2]);

    /// <summary>Channels moved to axis 1.</summary>
    public static Tensor ToNchw(Tensor x) => Movement.Transpose(x, 0, 3, 1, 2);

    /// <summary>Values of shape [N,C,H,W], in double precision, with the channels moved to the end.</summary>
    public static double[] FromNchw(Shape nchw, double[] values) => Numeric.Doubles(Movement.Transpose(Numeric.Pack(new(ElementType.Float64, nchw), values), 0, 2, 3, 1));
}
