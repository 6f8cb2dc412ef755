namespace CompileModel.Quantization.Samples.Images;

/// <summary>The bits of an entropy-coded segment, which ends at the next marker.</summary>
/// <param name="file">The file.</param>
/// <param name="start">Where the segment begins.</param>
internal sealed class JpegBits(byte[] file, int start)
{
    private ulong buffer;
    private int count, padding;

    /// <summary>Index of the next byte, at a marker once all is read.</summary>
    public int Position { get; private set; } = start;

    /// <summary>The next 16 bits without going on; zeros beyond the end.</summary>
    public int Peek16()
    {
        Fill();
        return (int)(buffer >> 48);
    }

    /// <summary>Goes on.</summary>
    /// <exception cref="InvalidDataException">There are not so many bits.</exception>
    public void Skip(int bits)
    {
        buffer <<= bits;
        count -= bits;
        if (count < padding) throw new InvalidDataException("the file is truncated: the compressed data end early");
    }

    /// <summary>The next bits as a number, at most 16.</summary>
    public int Read(int bits)
    {
        if (bits == 0) return 0;
        int value = Peek16() >> (16 - bits);
        Skip(bits);
        return value;
    }

    /// <summary>A number of so many bits of which the smaller half stands for negative values (T.81, F.2.2.1).</summary>
    public int ReadSigned(int bits)
    {
        int value = Read(bits);
        return bits > 0 && value < 1 << (bits - 1) ? value - (1 << bits) + 1 : value;
    }

    /// <summary>Passes a restart marker, which begins at a byte.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public void Restart()
    {
        (buffer, count, padding) = (0, 0, 0);
        while (Position + 1 < file.Length && file[Position] == 0xFF && file[Position + 1] == 0xFF) Position++;
        if (Position + 1 >= file.Length || file[Position] != 0xFF || file[Position + 1] is < 0xD0 or > 0xD7) throw new InvalidDataException("the file is truncated or broken: a restart marker is missing");
        Position += 2;
    }

    private void Fill()
    {
        while (count <= 48)
        {
            int next = 0;
            if (Position >= file.Length || (file[Position] == 0xFF && (Position + 1 >= file.Length || file[Position + 1] != 0)))
            {
                padding += 8;
            }
            else
            {
                next = file[Position];
                Position += next == 0xFF ? 2 : 1;
            }
            buffer |= (ulong)next << (56 - count);
            count += 8;
        }
    }
}
