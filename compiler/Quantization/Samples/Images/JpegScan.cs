namespace CompileModel.Quantization.Samples.Images;

/// <summary>One scan of a JPEG picture (ITU-T T.81, annexes F and G): a band of coefficients, all their bits or one more of them.</summary>
/// <param name="first">First coefficient, in zigzag order.</param>
/// <param name="last">Last coefficient.</param>
/// <param name="refines">Whether upper bits were given before.</param>
/// <param name="shift">Bits that later scans give.</param>
internal sealed class JpegScan(int first, int last, bool refines, int shift)
{
    /// <summary>Natural index of each coefficient in zigzag order.</summary>
    public static IReadOnlyList<int> Zigzag { get; } = MakeZigzag();

    private int skipped;

    /// <summary>One component of the scan: its tables and its last constant coefficient.</summary>
    internal sealed class Part(JpegComponent component, JpegHuffman? dc, JpegHuffman? ac)
    {
        public JpegComponent Component => component;

        public JpegHuffman Dc => dc ?? throw new InvalidDataException("a Huffman table is missing");

        public JpegHuffman Ac => ac ?? throw new InvalidDataException("a Huffman table is missing");

        public int Previous { get; set; }
    }

    /// <summary>Reads all units; returns where the segment ends.</summary>
    public int Read(byte[] file, int start, IReadOnlyList<Part> parts, (int Across, int Down) units, int restart)
    {
        var bits = new JpegBits(file, start);
        bool isAlone = parts.Count == 1;
        var (across, down) = isAlone ? parts[0].Component.Blocks : units;
        for (int unit = 0; unit < across * down; unit++)
        {
            if (restart > 0 && unit > 0 && unit % restart == 0)
            {
                bits.Restart();
                skipped = 0;
                foreach (var part in parts) part.Previous = 0;
            }
            foreach (var part in parts)
            {
                var c = part.Component;
                if (isAlone) Block(bits, part, unit % across, unit / across);
                else
                    for (int i = 0; i < c.Across * c.Down; i++) Block(bits, part, (unit % across * c.Across) + (i % c.Across), (unit / across * c.Down) + (i / c.Across));
            }
        }
        return bits.Position;
    }

    private void Block(JpegBits bits, Part part, int x, int y)
    {
        var block = part.Component.Coefficients.AsSpan(((y * part.Component.Stride) + x) * 64, 64);
        int from = first;
        if (from == 0)
        {
            if (refines) block[0] |= (short)(bits.Read(1) << shift);
            else
            {
                part.Previous += bits.ReadSigned(part.Dc.Read(bits));
                block[0] = (short)(part.Previous << shift);
            }
            from = 1;
        }
        if (last < from) return;
        if (refines) Refine(bits, part, block, from);
        else Fresh(bits, part, block, from);
    }

    private void Fresh(JpegBits bits, Part part, Span<short> block, int k)
    {
        if (skipped > 0)
        {
            skipped--;
            return;
        }
        for (; k <= last; k++)
        {
            int symbol = part.Ac.Read(bits), run = symbol >> 4, size = symbol & 15;
            if (size == 0 && run < 15)
            {
                skipped = (1 << run) - 1 + bits.Read(run);
                return;
            }
            k += run;
            if (size > 0) block[Zigzag[k]] = (short)(bits.ReadSigned(size) << shift);
        }
    }

    private void Refine(JpegBits bits, Part part, Span<short> block, int k)
    {
        short bit = (short)(1 << shift);
        if (skipped == 0)
        {
            for (; k <= last; k++)
            {
                int symbol = part.Ac.Read(bits), run = symbol >> 4, value = 0;
                if ((symbol & 15) != 0) value = bits.Read(1) != 0 ? bit : -bit;
                else if (run < 15)
                {
                    skipped = (1 << run) + bits.Read(run);
                    break;
                }
                for (; k <= last; k++)
                {
                    ref short coefficient = ref block[Zigzag[k]];
                    if (coefficient != 0) Correct(bits, ref coefficient, bit);
                    else if (run-- == 0)
                    {
                        coefficient = (short)value;
                        break;
                    }
                }
            }
        }
        if (skipped == 0) return;
        for (; k <= last; k++)
            if (block[Zigzag[k]] != 0) Correct(bits, ref block[Zigzag[k]], bit);
        skipped--;
    }

    private static void Correct(JpegBits bits, ref short coefficient, short bit)
    {
        if (bits.Read(1) != 0 && (Math.Abs((int)coefficient) & bit) == 0) coefficient += coefficient > 0 ? bit : (short)-bit;
    }

    private static int[] MakeZigzag() =>
        [.. Enumerable.Range(0, 64).OrderBy(i => (i / 8) + (i % 8)).ThenBy(i => ((i / 8) + (i % 8)) % 2 == 0 ? i % 8 : i / 8)];
}
