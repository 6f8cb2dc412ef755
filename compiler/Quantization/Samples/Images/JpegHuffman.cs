namespace CompileModel.Quantization.Samples.Images;

/// <summary>A Huffman table of a JPEG file (ITU-T T.81, annex C), as a look-up by the next 16 bits.</summary>
internal sealed class JpegHuffman
{
    /// <summary>For each 16 bits: the symbol, and the length of its code above it; 0 where no code begins so.</summary>
    private readonly ushort[] entries = new ushort[1 << 16];

    /// <summary>Makes the table of 16 counts by length and the symbols in order.</summary>
    /// <exception cref="InvalidDataException">The codes do not fit.</exception>
    public JpegHuffman(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
    {
        int at = 0, symbol = 0;
        for (int length = 1; length <= 16; length++)
        {
            for (int n = 0; n < counts[length - 1]; n++)
            {
                int span = 1 << (16 - length);
                if (at + span > entries.Length) throw new InvalidDataException("a Huffman table is broken");
                entries.AsSpan(at, span).Fill((ushort)((length << 8) | symbols[symbol++]));
                at += span;
            }
        }
    }

    /// <summary>The next symbol.</summary>
    public int Read(JpegBits bits)
    {
        ushort entry = entries[bits.Peek16()];
        if (entry == 0) throw new InvalidDataException("the compressed data are broken");
        bits.Skip(entry >> 8);
        return entry & 255;
    }
}
