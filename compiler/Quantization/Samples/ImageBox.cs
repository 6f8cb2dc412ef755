using CompileModel.Quantization.Samples.Images;

namespace CompileModel.Quantization.Samples;

/// <summary>The part of a picture that fills the input, in pixels of the picture; it may reach beyond.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Top edge.</param>
/// <param name="Width">Extent in x.</param>
/// <param name="Height">Extent in y.</param>
internal readonly record struct ImageBox(double Left, double Top, double Width, double Height)
{
    /// <summary>Chooses it.</summary>
    public static ImageBox Of(Image image, int width, int height, Preprocessing preprocessing)
    {
        if (preprocessing.Crop == CropMode.None) return new(0, 0, image.Width, image.Height);
        double across = (double)width / image.Width, down = (double)height / image.Height;
        double factor = preprocessing.Crop == CropMode.Pad ? Math.Min(across, down)
            : preprocessing.Resize is { } side ? (double)side / Math.Min(image.Width, image.Height)
            : Math.Max(across, down);
        double boxWidth = width / factor, boxHeight = height / factor;
        return new((image.Width - boxWidth) / 2, (image.Height - boxHeight) / 2, boxWidth, boxHeight);
    }
}
