namespace CompileModel.Quantization.Samples.Images;

/// <summary>One component of a JPEG picture: its blocks of 8x8 coefficients, and the samples they stand for.</summary>
/// <param name="id">Identifier in the file.</param>
/// <param name="across">Horizontal sampling factor.</param>
/// <param name="down">Vertical sampling factor.</param>
/// <param name="table">Index of its quantisation table.</param>
internal sealed class JpegComponent(int id, int across, int down, int table)
{
    private static readonly float[] Cosines = MakeCosines();

    /// <summary>Identifier in the file.</summary>
    public int Id => id;

    /// <summary>Horizontal sampling factor.</summary>
    public int Across => across;

    /// <summary>Vertical sampling factor.</summary>
    public int Down => down;

    /// <summary>Index of its quantisation table.</summary>
    public int Table => table;

    /// <summary>Samples in a row, and rows.</summary>
    public (int Width, int Height) Size { get; private set; }

    /// <summary>Blocks that hold samples, in both directions.</summary>
    public (int Across, int Down) Blocks { get; private set; }

    /// <summary>Blocks in a row, those that only fill up a unit included.</summary>
    public int Stride { get; private set; }

    /// <summary>Coefficients in natural order, 64 a block.</summary>
    public short[] Coefficients { get; private set; } = [];

    /// <summary>Samples, 0 to 255 before rounding, <see cref="Stride"/> * 8 in a row.</summary>
    public float[] Samples { get; private set; } = [];

    /// <summary>Makes room.</summary>
    public void Allocate(int width, int height, int mostAcross, int mostDown)
    {
        Size = (Up(width * across, mostAcross), Up(height * down, mostDown));
        Blocks = (Up(Size.Width, 8), Up(Size.Height, 8));
        Stride = Up(width, 8 * mostAcross) * across;
        Coefficients = new short[checked(Stride * Up(height, 8 * mostDown) * down * 64)];
    }

    /// <summary>Computes the samples: dequantisation and the inverse cosine transform (T.81, A.3.3), in float32.</summary>
    public void Transform(ushort[] quantization)
    {
        Samples = new float[Coefficients.Length];
        Span<float> rows = stackalloc float[64];
        for (int block = 0; block < Coefficients.Length / 64; block++)
        {
            var source = Coefficients.AsSpan(block * 64, 64);
            int from = ((block / Stride * Stride * 8) + (block % Stride)) * 8;
            for (int v = 0; v < 8; v++)
            {
                for (int x = 0; x < 8; x++)
                {
                    float sum = 0;
                    for (int u = 0; u < 8; u++) sum += source[(v * 8) + u] * quantization[(v * 8) + u] * Cosines[(u * 8) + x];
                    rows[(v * 8) + x] = sum;
                }
            }
            for (int y = 0; y < 8; y++)
            {
                for (int x = 0; x < 8; x++)
                {
                    float sum = 128;
                    for (int v = 0; v < 8; v++) sum += rows[(v * 8) + x] * Cosines[(v * 8) + y];
                    Samples[from + (y * Stride * 8) + x] = Math.Clamp(sum, 0, 255);
                }
            }
        }
    }

    /// <summary>The sample at a place between the centres of samples, linear in between.</summary>
    public float At(float x, float y)
    {
        x = Math.Clamp(x, 0, Size.Width - 1);
        y = Math.Clamp(y, 0, Size.Height - 1);
        int left = (int)x, top = (int)y, right = Math.Min(left + 1, Size.Width - 1), bottom = Math.Min(top + 1, Size.Height - 1), row = Stride * 8;
        float above = Mix(Samples[(top * row) + left], Samples[(top * row) + right], x - left), below = Mix(Samples[(bottom * row) + left], Samples[(bottom * row) + right], x - left);
        return Mix(above, below, y - top);
    }

    private static float Mix(float a, float b, float share) => a + ((b - a) * share);

    private static int Up(int value, int unit) => (value + unit - 1) / unit;

    private static float[] MakeCosines()
    {
        var result = new float[64];
        for (int u = 0; u < 8; u++)
            for (int x = 0; x < 8; x++) result[(u * 8) + x] = (float)((u == 0 ? Math.Sqrt(0.5) : 1) / 2 * Math.Cos(((2 * x) + 1) * u * Math.PI / 16));
        return result;
    }
}
