namespace CompileModel.IR.Operators;

/// <summary>
/// Spectra of overlapping frames. Operands: signal [B,L,1] or [B,L,2] (or [B,L]), distance of frames (constant), window (optional), frame length (optional, constant).
/// Result: [B,frames,bins,2]. https://onnx.ai/onnx/operators/onnx__STFT.html
/// </summary>
/// <param name="IsOneSided">Only bins 0 to N/2.</param>
public sealed record STFT(bool IsOneSided) : CompositeOperator
{
    // Frames cut into more pieces than this are gathered.
    private const int MostPieces = 64;

    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        Value signal = Required(inputs, 0);
        var window = Optional(inputs, 2);
        int step = checked((int)f.Require(Required(inputs, 1), "the distance of frames").AsLong(0));
        int length = window is not null ? window.Shape[0] : checked((int)f.Require(Required(inputs, 3), "the length of frames").AsLong(0));
        InferenceContext.CheckType(signal.Element.IsFloat() && (window is null || window.Element == signal.Element), $"{Name} takes floats of one type, got {signal.Type}");
        int parts = signal.Shape.Rank == 2 ? 1 : signal.Shape[2], batch = signal.Shape[0], samples = signal.Shape[1];
        InferenceContext.Check(signal.Shape.Rank is 2 or 3 && parts is 1 or 2 && step > 0 && length > 0 && length <= samples, $"frames of {length} at every {step} samples do not fit {signal.Shape}");
        InferenceContext.Check(parts == 1 || !IsOneSided, "a one-sided spectrum needs a real signal");
        int frames = (samples - length) / step + 1, bins = IsOneSided ? length / 2 + 1 : length;
        var computed = signal.Element == ElementType.Float64 ? ElementType.Float64 : ElementType.Float32;
        var planes = f.Transpose(f.Reshape(f.Cast(signal, computed), batch, samples, parts), 0, 2, 1);
        var weights = window is null ? null : f.Cast(window, computed);
        Value Part(int i)
        {
            var cut = Frames(f, f.Reshape(f.Slice(planes, 1, i, i + 1), batch, samples), frames, step, length);
            return f.Reshape(weights is null ? cut : f.Mul(cut, weights), batch * frames, length);
        }
        var (re, im) = new Fourier(f, inverse: false).Transform(Part(0), parts == 2 ? Part(1) : null, bins);
        var result = f.Concat(1, f.Reshape(re, batch * frames, 1, bins), f.Reshape(im, batch * frames, 1, bins));
        return [f.Cast(f.Reshape(f.Transpose(result, 0, 2, 1), batch, frames, bins, 2), signal.Element)];
    }

    /// <summary>[B,L] as overlapping frames [B,frames,length]: pieces of the distance, each a reshaped part of the signal, side by side.</summary>
    private static Value Frames(Formula f, Value x, int frames, int step, int length)
    {
        int batch = x.Shape[0], pieces = (length + step - 1) / step;
        if (pieces > MostPieces)
            return f.Add(new Gather(1), x, f.Table(ElementType.Int32, [frames, length], i => i / length * step + i % length));
        var padded = f.Resize(x, [0, 0], [batch, (frames + pieces - 1) * step]);
        return f.Concat(2, [.. Enumerable.Range(0, pieces).Select(p =>
        {
            var piece = f.Reshape(f.Slice(padded, 1, p * step, (p + frames) * step), batch, frames, step);
            return f.Slice(piece, 2, 0, Math.Min(step, length - p * step));
        })]);
    }
}
