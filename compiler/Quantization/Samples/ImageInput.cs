using System.Globalization;
using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.Quantization.Samples.Images;

namespace CompileModel.Quantization.Samples;

/// <summary>An input that takes pictures.</summary>
internal sealed class ImageInput
{
    private readonly TensorType type;
    private readonly Preprocessing preprocessing;
    private readonly int height, width, channels;
    private readonly bool channelsLast;
    private readonly ChannelOrder order;
    private readonly double[] mean, scale;

    private ImageInput(TensorType type, Preprocessing p, string path)
    {
        int[] dims = type.Shape.ToArray();
        int[] inner = dims.Length == 2 ? [1, .. dims] : dims.Length == 4 && dims[0] == 1 ? dims[1..] : dims;
        bool isFirst = inner.Length == 3 && inner[0] is 1 or 3, isLast = inner.Length == 3 && inner[^1] is 1 or 3;
        channelsLast = p.ChannelsLast ?? !isFirst;
        if (inner.Length != 3 || !(channelsLast ? isLast : isFirst) || type.Element is not (ElementType.Float32 or ElementType.UInt8 or ElementType.Int8))
            throw Bad($"the input {type} takes no picture{(p.ChannelsLast is null ? "" : " in that layout")}; float32, uint8 or int8 of [1,C,H,W] or [1,H,W,C] with 1 or 3 channels does", path);
        (this.type, preprocessing) = (type, p);
        (channels, height, width) = channelsLast ? (inner[2], inner[0], inner[1]) : (inner[0], inner[1], inner[2]);
        order = p.Order ?? (channels == 1 ? ChannelOrder.Gray : ChannelOrder.Rgb);
        if ((order == ChannelOrder.Gray) != (channels == 1)) throw Bad($"the input {type} has {channels} channels, which is not order={order.ToString().ToLowerInvariant()}", path);
        if (p.Size is { } size && size != (height, width)) throw Bad($"size={size.Height}x{size.Width}, and the input {type} has {height}x{width}; resize=N says to what the shorter side is scaled before", path);
        if (p.Resize < Math.Max(height, width) && p.Crop == CropMode.Center) throw Bad($"resize={p.Resize} is less than the input {type} needs", path);
        mean = Each(p.Mean ?? [type.Element switch { ElementType.Float32 => 127.5, ElementType.Int8 => 128, _ => 0 }], path);
        scale = Each(p.Scale ?? [type.Element == ElementType.Float32 ? 127.5 : 1], path);
    }

    /// <summary>The preprocessing in full, as <c>--preprocess</c> takes it.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture,
        $"size={height}x{width}{(preprocessing.Resize is { } n ? $" resize={n}" : "")} crop={preprocessing.Crop.ToString().ToLowerInvariant()} mean={string.Join(',', mean)} scale={string.Join(',', scale)} order={order.ToString().ToLowerInvariant()} layout={(channelsLast ? "nhwc" : "nchw")}");

    /// <summary>The way to an input.</summary>
    /// <exception cref="CompilationException">CM4007: the input takes no pictures, or not so.</exception>
    public static ImageInput Of(TensorType type, Preprocessing preprocessing, string path) => new(type, preprocessing, path);

    /// <summary>The tensor of a picture.</summary>
    public Tensor Tensor(Image image)
    {
        var box = ImageBox.Of(image, width, height, preprocessing);
        float[] pixels = ImageScaler.Scale(image, box, width, height, (float)preprocessing.Fill);
        var result = IR.Tensor.Zeros(type.Element, type.Shape);
        for (int p = 0; p < height * width; p++)
        {
            for (int c = 0; c < channels; c++)
            {
                double value = order == ChannelOrder.Gray ? (0.299 * pixels[p * 3]) + (0.587 * pixels[(p * 3) + 1]) + (0.114 * pixels[(p * 3) + 2])
                    : pixels[(p * 3) + (order == ChannelOrder.Rgb ? c : 2 - c)];
                Put(result, channelsLast ? (p * channels) + c : (c * height * width) + p, (value - mean[c]) / scale[c]);
            }
        }
        return result;
    }

    private static void Put(Tensor tensor, int at, double value)
    {
        if (tensor.Element == ElementType.Float32) tensor.Fill<float>()[at] = (float)value;
        else if (tensor.Element == ElementType.UInt8) tensor.Fill<byte>()[at] = (byte)Math.Clamp(Math.Round(value), byte.MinValue, byte.MaxValue);
        else tensor.Fill<sbyte>()[at] = (sbyte)Math.Clamp(Math.Round(value), sbyte.MinValue, sbyte.MaxValue);
    }

    private double[] Each(IReadOnlyList<double> values, string path) => values.Count == channels ? [.. values]
        : values.Count == 1 ? [.. Enumerable.Repeat(values[0], channels)]
        : throw Bad($"{values.Count} numbers for mean or scale, and the input {type} has {channels} channels", path);

    private static CompilationException Bad(string message, string path) => new(DiagnosticCodes.BadPreprocessing, message, new(path), "--preprocess \"resize=256 crop=center mean=127.5 scale=127.5 order=rgb layout=nchw\"");
}
