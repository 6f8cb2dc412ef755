namespace CompileModel.Bench.Models;

/// <summary>Shape of a value with batch 1: channels, rows, columns. A vector has one row and one column.</summary>
public readonly record struct Image(int Channels, int Height, int Width)
{
    /// <summary>Number of elements.</summary>
    public int Count => Channels * Height * Width;

    /// <summary>The shape after a square window moved over rows and columns, padded alike on all sides.</summary>
    /// <param name="channels">Channels of the result.</param>
    /// <param name="kernel">Side of the window.</param>
    /// <param name="stride">Step of the window.</param>
    /// <param name="padding">Rows and columns added on each side.</param>
    /// <param name="ceil">Whether a window that fits partly counts.</param>
    public Image Window(int channels, int kernel, int stride, int padding, bool ceil = false)
    {
        int Steps(int size) => ((size + (2 * padding) - kernel + (ceil ? stride - 1 : 0)) / stride) + 1;
        return new(channels, Steps(Height), Steps(Width));
    }
}
