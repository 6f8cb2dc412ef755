using CompileModel.Quantization.Samples.Images;

namespace CompileModel.Quantization.Samples;

/// <summary>Scales pictures with a triangle filter that covers all pixels when they become fewer (as Pillow's BILINEAR does).</summary>
internal static class ImageScaler
{
    /// <summary>Where a result pixel begins in the source, and the weights from there on, which sum to 1; none where it lies outside.</summary>
    private readonly record struct Taps(int From, float[] Weights);

    /// <summary>Scales a part of a picture.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="box">The part.</param>
    /// <param name="width">Columns of the result.</param>
    /// <param name="height">Rows of the result.</param>
    /// <param name="fill">Value outside of the picture.</param>
    /// <returns>Red, green, blue of each pixel.</returns>
    public static float[] Scale(Image image, ImageBox box, int width, int height, float fill)
    {
        Taps[] across = Make(box.Left, box.Width, width, image.Width), down = Make(box.Top, box.Height, height, image.Height);
        var rows = new float[image.Height * width * 3];
        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                for (int t = 0; t < across[x].Weights.Length; t++)
                {
                    int from = ((y * image.Width) + across[x].From + t) * 3, to = ((y * width) + x) * 3;
                    for (int c = 0; c < 3; c++) rows[to + c] += image.Rgb[from + c] * across[x].Weights[t];
                }
            }
        }
        var result = new float[height * width * 3];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int to = ((y * width) + x) * 3;
                bool isInside = down[y].Weights.Length > 0 && across[x].Weights.Length > 0;
                for (int c = 0; c < 3; c++)
                {
                    float sum = isInside ? 0 : fill;
                    for (int t = 0; isInside && t < down[y].Weights.Length; t++) sum += rows[((((down[y].From + t) * width) + x) * 3) + c] * down[y].Weights[t];
                    result[to + c] = sum;
                }
            }
        }
        return result;
    }

    private static Taps[] Make(double start, double extent, int count, int source)
    {
        double step = extent / count, support = Math.Max(1, step);
        var result = new Taps[count];
        for (int i = 0; i < count; i++)
        {
            double centre = start + ((i + 0.5) * step);
            int from = Math.Max(0, (int)Math.Floor(centre - support)), to = Math.Min(source - 1, (int)Math.Ceiling(centre + support));
            var weights = Enumerable.Range(from, Math.Max(0, to - from + 1)).Select(p => Math.Max(0, 1 - (Math.Abs(p + 0.5 - centre) / support))).ToArray();
            double sum = weights.Sum();
            result[i] = centre < 0 || centre > source || sum <= 0 ? new(0, []) : new(from, [.. weights.Select(w => (float)(w / sum))]);
        }
        return result;
    }
}
