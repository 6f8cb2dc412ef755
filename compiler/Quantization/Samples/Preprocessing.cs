using System.Globalization;
using CompileModel.Diagnostics;

namespace CompileModel.Quantization.Samples;

/// <summary>How a picture becomes a tensor: scaled, cut, then <c>(value - mean) / scale</c> for values of 0 to 255. What is not given follows from the input's type.</summary>
public sealed record Preprocessing
{
    private const string Form = "key=value pairs: size=H[xW] resize=N crop=center|none|pad mean=M[,M,M] scale=S[,S,S] order=rgb|bgr|gray layout=nchw|nhwc fill=V";

    /// <summary>Rows and columns that the input must have, or null.</summary>
    public (int Height, int Width)? Size { get; init; }

    /// <summary>Pixels of the shorter side before cutting; null for as few as cover the input.</summary>
    public int? Resize { get; init; }

    /// <summary>What happens to another aspect ratio.</summary>
    public CropMode Crop { get; init; }

    /// <summary>Subtracted from each channel, in the order of the tensor; one or as many as channels; null: 127.5 for floats, 128 for int8, 0 for uint8.</summary>
    public IReadOnlyList<double>? Mean { get; init; }

    /// <summary>Divides each channel; null: 127.5 for floats, else 1.</summary>
    public IReadOnlyList<double>? Scale { get; init; }

    /// <summary>The channels in the tensor, or null for red, green and blue, or gray where there is one.</summary>
    public ChannelOrder? Order { get; init; }

    /// <summary>Whether channels come behind rows and columns; null: as the shape tells.</summary>
    public bool? ChannelsLast { get; init; }

    /// <summary>Value from 0 to 255 beside the picture where it is padded.</summary>
    public double Fill { get; init; }

    /// <summary>Reads a specification, or the file that holds it (pairs on any number of lines; <c>#</c> begins a comment).</summary>
    /// <exception cref="CompilationException">CM4007: it is not one.</exception>
    public static Preprocessing Parse(string text)
    {
        string? file = File.Exists(text) ? text : null;
        var lines = file is null ? [text] : File.ReadAllLines(file).Select(l => l.Split('#')[0]);
        var result = new Preprocessing();
        foreach (string pair in lines.SelectMany(l => l.Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries)))
        {
            int at = pair.IndexOf('=');
            try
            {
                result = at > 0 ? result.With(pair[..at], pair[(at + 1)..]) : throw new FormatException("it is no pair");
            }
            catch (FormatException e)
            {
                throw new CompilationException(DiagnosticCodes.BadPreprocessing, $"--preprocess '{pair}': {e.Message}", new(file), Form);
            }
        }
        return result;
    }

    private Preprocessing With(string key, string value) => key switch
    {
        "size" when value.Split('x') is [var height, var width] => this with { Size = (Pixels(height), Pixels(width)) },
        "size" => this with { Size = (Pixels(value), Pixels(value)) },
        "resize" => this with { Resize = Pixels(value) },
        "crop" => this with { Crop = value switch { "center" => CropMode.Center, "none" => CropMode.None, "pad" => CropMode.Pad, _ => throw new FormatException("center, none or pad is expected") } },
        "mean" => this with { Mean = Numbers(value) },
        "scale" => this with { Scale = Numbers(value) is var scale && scale.Contains(0) ? throw new FormatException("a scale divides and cannot be 0") : scale },
        "order" => this with { Order = value switch { "rgb" => ChannelOrder.Rgb, "bgr" => ChannelOrder.Bgr, "gray" => ChannelOrder.Gray, _ => throw new FormatException("rgb, bgr or gray is expected") } },
        "layout" => this with { ChannelsLast = value switch { "nchw" => false, "nhwc" => true, _ => throw new FormatException("nchw or nhwc is expected") } },
        "fill" => this with { Fill = Number(value) },
        _ => throw new FormatException($"'{key}' is not known"),
    };

    private static int Pixels(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n is > 0 and <= 65536 ? n : throw new FormatException($"'{text}' is no number of pixels");

    private static double[] Numbers(string text) => text.Split(',').Select(Number).ToArray() is { Length: 1 or 3 } numbers ? numbers : throw new FormatException("one number or three are expected");

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double n) && double.IsFinite(n) ? n : throw new FormatException($"'{text}' is not a number");
}
