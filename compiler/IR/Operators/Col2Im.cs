namespace CompileModel.IR.Operators;

/// <summary>
/// Blocks of columns added up into an image: the transposed convolution whose weights pick each element of a block. Operands: columns [N,C*block,L], extents of the image,
/// extents of a block (both constant). https://onnx.ai/onnx/operators/onnx__Col2Im.html
/// </summary>
/// <param name="Dilations">One a spatial axis; empty for 1.</param>
/// <param name="Pads">Begins, then ends; empty for 0.</param>
/// <param name="Strides">One a spatial axis; empty for 1.</param>
public sealed record Col2Im(Ints Dilations, Ints Pads, Ints Strides) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var x = Required(inputs, 0);
        int[] image = Extents(1, "the extents of the image"), block = Extents(2, "the extents of a block");
        var window = Window.Resolve(image, [.. block], Strides, Dilations, Pads, AutoPad.NotSet);
        int[] places = window.OutputSizes(image);
        int taps = block.Aggregate(1, (a, b) => a * b), n = image.Length;
        InferenceContext.Check(x.Shape.Rank == 3 && x.Shape[1] % taps == 0 && x.Shape[2] == places.Aggregate(1, (a, b) => a * b), $"columns {x.Shape} do not fit blocks {Shape.Of(block)} of an image {Shape.Of(image)}");
        int channels = x.Shape[1] / taps;
        var weights = f.Table(x.Element, [channels * taps, 1, .. block], i => i % taps == i / taps % taps ? 1 : 0);
        // What the stride leaves over at the ends.
        int[] rest = [.. Enumerable.Range(0, n).Select(i => image[i] + window.Pads[i] + window.Pads[n + i] - ((places[i] - 1) * window.Strides[i] + (block[i] - 1) * window.Dilations[i] + 1))];
        return [f.Add(new ConvTranspose(window.Strides, window.Dilations, window.Pads, [.. rest], [], channels, AutoPad.NotSet), f.Reshape(x, [x.Shape[0], channels * taps, .. places]), weights)];

        int[] Extents(int operand, string what) => [.. f.Require(Required(inputs, operand), what).ToLongs().Select(v => checked((int)v))];
    }
}
