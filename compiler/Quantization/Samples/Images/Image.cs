namespace CompileModel.Quantization.Samples.Images;

/// <summary>A decoded picture.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows, the top one first.</param>
/// <param name="Rgb">Red, green and blue of each pixel, 0 to 255, row by row.</param>
public sealed record Image(int Width, int Height, byte[] Rgb)
{
    /// <summary>The most pixels that are decoded; a header that claims more is taken for a broken file.</summary>
    public const long MostPixels = 1L << 28;

    /// <summary>A black picture.</summary>
    /// <exception cref="InvalidDataException">The extents are none of a picture.</exception>
    public static Image Blank(int width, int height) => width > 0 && height > 0 && (long)width * height <= MostPixels
        ? new(width, height, new byte[width * height * 3])
        : throw new InvalidDataException($"{width} x {height} pixels");

    /// <summary>Sets a pixel.</summary>
    public void Set(int x, int y, byte red, byte green, byte blue)
    {
        int at = ((y * Width) + x) * 3;
        (Rgb[at], Rgb[at + 1], Rgb[at + 2]) = (red, green, blue);
    }
}
