namespace CompileModel.Quantization.Samples.Images;

/// <summary>JPEG (ITU-T T.81): baseline, extended and progressive Huffman coding of 8 bits, gray or three components. Chroma is interpolated linearly.</summary>
/// <param name="file">The file.</param>
internal sealed class JpegDecoder(byte[] file)
{
    private readonly ushort[]?[] quantization = new ushort[4][];
    private readonly JpegHuffman?[] dc = new JpegHuffman?[4], ac = new JpegHuffman?[4];
    private JpegComponent[] components = [];
    private int width, height, restart, mostAcross = 1, mostDown = 1;
    private bool isProgressive, isRgb;

    /// <summary>Decodes.</summary>
    /// <exception cref="InvalidDataException">Another kind of JPEG, or one that is broken or ends early.</exception>
    public Image Decode()
    {
        int at = 2, scans = 0;
        while (true)
        {
            if (at + 1 >= file.Length) throw new InvalidDataException("the file is truncated: the end-of-image marker is missing");
            if (file[at] != 0xFF) throw new InvalidDataException($"a marker is missing at byte {at}");
            int marker = file[++at];
            if (marker == 0xFF) continue;
            at++;
            if (marker == 0xD9) break;
            if (marker is 0x01 or (>= 0xD0 and <= 0xD7)) continue;
            int length = Word(at);
            if (length < 2 || at + length > file.Length) throw new InvalidDataException("the file is truncated: a segment ends behind the file");
            var segment = file.AsSpan(at + 2, length - 2);
            at += length;
            switch (marker)
            {
                case 0xC0 or 0xC1 or 0xC2: Frame(segment, marker == 0xC2); break;
                case 0xC4: Huffman(segment); break;
                case 0xDB: Quantization(segment); break;
                case 0xDD: restart = (segment[0] << 8) | segment[1]; break;
                case 0xEE: isRgb = segment.Length >= 12 && segment.StartsWith("Adobe"u8) && segment[11] == 0; break;
                case 0xDA: (at, scans) = (Scan(segment, at), scans + 1); break;
                case 0xC3 or (>= 0xC5 and <= 0xC7) or (>= 0xC9 and <= 0xCB) or (>= 0xCD and <= 0xCF): throw new InvalidDataException("JPEG with arithmetic coding, lossless or hierarchical is not supported");
            }
        }
        if (scans == 0) throw new InvalidDataException("the JPEG holds no picture");
        foreach (var c in components) c.Transform(quantization[c.Table] ?? throw new InvalidDataException("a quantisation table is missing"));
        return Colours();
    }

    private void Frame(ReadOnlySpan<byte> s, bool progressive)
    {
        if (components.Length > 0) throw new InvalidDataException("a JPEG of several frames is not supported");
        if (s[0] != 8) throw new InvalidDataException($"a JPEG of {s[0]} bits a sample is not supported");
        (height, width, isProgressive) = ((s[1] << 8) | s[2], (s[3] << 8) | s[4], progressive);
        if (s[5] is not (1 or 3)) throw new InvalidDataException($"a JPEG of {s[5]} components is not supported; gray and three colours are");
        _ = Image.Blank(width, height);
        components = new JpegComponent[s[5]];
        for (int i = 0; i < components.Length; i++) components[i] = new(s[6 + (i * 3)], s[7 + (i * 3)] >> 4, s[7 + (i * 3)] & 15, s[8 + (i * 3)] & 3);
        if (components.Any(c => c.Across is 0 or > 4 || c.Down is 0 or > 4)) throw new InvalidDataException("sampling factors are from 1 to 4");
        (mostAcross, mostDown) = (components.Max(c => c.Across), components.Max(c => c.Down));
        foreach (var c in components) c.Allocate(width, height, mostAcross, mostDown);
    }

    private void Huffman(ReadOnlySpan<byte> s)
    {
        while (s.Length > 0)
        {
            int symbols = 0;
            foreach (byte count in s.Slice(1, 16)) symbols += count;
            ((s[0] >> 4) == 0 ? dc : ac)[s[0] & 3] = new(s.Slice(1, 16), s.Slice(17, symbols));
            s = s[(17 + symbols)..];
        }
    }

    private void Quantization(ReadOnlySpan<byte> s)
    {
        while (s.Length > 0)
        {
            bool isWide = s[0] >> 4 != 0;
            var table = new ushort[64];
            for (int i = 0; i < 64; i++) table[JpegScan.Zigzag[i]] = isWide ? (ushort)((s[1 + (i * 2)] << 8) | s[2 + (i * 2)]) : s[1 + i];
            quantization[s[0] & 3] = table;
            s = s[(isWide ? 129 : 65)..];
        }
    }

    private int Scan(ReadOnlySpan<byte> s, int at)
    {
        var parts = new JpegScan.Part[s[0]];
        for (int i = 0; i < parts.Length; i++)
        {
            int id = s[1 + (i * 2)], tables = s[2 + (i * 2)];
            var component = Array.Find(components, c => c.Id == id) ?? throw new InvalidDataException($"a scan names component {id}, which the frame has not");
            parts[i] = new(component, dc[(tables >> 4) & 3], ac[tables & 3]);
        }
        int from = s[^3], to = s[^2], high = s[^1] >> 4, low = s[^1] & 15;
        if (!isProgressive) (from, to, high, low) = (0, 63, 0, 0);
        if (parts.Length == 0 || from > to || to > 63 || (from > 0 && parts.Length > 1)) throw new InvalidDataException("a scan is broken");
        var scan = new JpegScan(from, from == 0 && isProgressive ? 0 : to, high != 0, low);
        return scan.Read(file, at, parts, (Units(width, mostAcross), Units(height, mostDown)), restart);
    }

    private Image Colours()
    {
        var image = Image.Blank(width, height);
        Span<float> value = stackalloc float[3];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                for (int i = 0; i < components.Length; i++)
                {
                    var c = components[i];
                    bool isWhole = c.Across == mostAcross && c.Down == mostDown;
                    value[i] = isWhole ? c.Samples[(y * c.Stride * 8) + x] : c.At(((x + 0.5f) * c.Across / mostAcross) - 0.5f, ((y + 0.5f) * c.Down / mostDown) - 0.5f);
                }
                if (components.Length == 1) value[1] = value[2] = value[0];
                else if (!isRgb)
                {
                    float blue = value[1] - 128, red = value[2] - 128;
                    (value[0], value[1], value[2]) = (value[0] + (1.402f * red), value[0] - (0.344136f * blue) - (0.714136f * red), value[0] + (1.772f * blue));
                }
                image.Set(x, y, Byte(value[0]), Byte(value[1]), Byte(value[2]));
            }
        }
        return image;
    }

    private static byte Byte(float value) => (byte)Math.Clamp(MathF.Round(value), 0, 255);

    private static int Units(int extent, int factor) => (extent + (8 * factor) - 1) / (8 * factor);

    private int Word(int at) => (file[at] << 8) | file[at + 1];
}
