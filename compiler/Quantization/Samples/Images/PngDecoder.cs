using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CompileModel.Quantization.Samples.Images;

/// <summary>PNG (W3C, third edition): every colour type and depth, interlaced or not. Transparency is left out; of 16 bits the upper eight count.</summary>
internal static class PngDecoder
{
    private const int Gray = 0, Colours = 2, Palette = 3, GrayAlpha = 4, ColoursAlpha = 6;

    /// <summary>First column, first row and both steps of the seven passes of an interlaced picture.</summary>
    private static readonly (int X, int Y, int StepX, int StepY)[] Passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1))];

    /// <summary>Decodes.</summary>
    /// <exception cref="InvalidDataException">The file is broken or ends early.</exception>
    public static Image Decode(byte[] file)
    {
        byte[] header = [], palette = [];
        using var packed = new MemoryStream();
        bool isComplete = false;
        for (int at = 8; !isComplete;)
        {
            if (at + 12 > file.Length) throw new InvalidDataException("the file is truncated: a PNG ends with IEND");
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            if (length < 0 || length > file.Length - at - 12) throw new InvalidDataException($"the file is truncated: a chunk has {length} bytes, {file.Length - at - 12} are there");
            string name = Encoding.ASCII.GetString(file, at + 4, 4);
            var data = file.AsSpan(at + 8, length);
            if (Crc(file.AsSpan(at + 4, length + 4)) != BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length))) throw new InvalidDataException($"the checksum of chunk {name} is wrong");
            if (name == "IHDR") header = data.ToArray();
            if (name == "PLTE") palette = data.ToArray();
            if (name == "IDAT") packed.Write(data);
            isComplete = name == "IEND";
            at += length + 12;
        }
        if (header.Length != 13) throw new InvalidDataException("a PNG begins with IHDR");
        var image = Image.Blank(BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        int depth = header[8], colour = header[9];
        if (depth is not (1 or 2 or 4 or 8 or 16) || colour is not (Gray or Colours or Palette or GrayAlpha or ColoursAlpha)) throw new InvalidDataException($"PNG colour type {colour} of {depth} bits is not valid");
        packed.Position = 0;
        using var lines = new ZLibStream(packed, CompressionMode.Decompress);
        foreach (var pass in header[12] == 0 ? [(0, 0, 1, 1)] : Passes) Read(lines, image, pass, depth, colour, palette);
        return image;
    }

    private static void Read(Stream lines, Image image, (int X, int Y, int StepX, int StepY) pass, int depth, int colour, byte[] palette)
    {
        int channels = colour switch { Colours => 3, GrayAlpha => 2, ColoursAlpha => 4, _ => 1 };
        int width = (image.Width - pass.X + pass.StepX - 1) / pass.StepX, pixelBytes = Math.Max(1, channels * depth / 8);
        if (width <= 0) return;
        byte[] line = new byte[((width * channels * depth) + 7) / 8], above = new byte[line.Length];
        for (int y = pass.Y; y < image.Height; y += pass.StepY)
        {
            int filter = lines.ReadByte();
            if (filter < 0) throw new InvalidDataException("the file is truncated: rows are missing");
            lines.ReadExactly(line);
            Undo(filter, line, above, pixelBytes);
            for (int i = 0; i < width; i++)
            {
                int x = pass.X + (i * pass.StepX);
                if (colour is Gray or GrayAlpha)
                {
                    byte value = Sample(line, i * channels, depth, isIndex: false);
                    image.Set(x, y, value, value, value);
                }
                else if (colour == Palette)
                {
                    int at = Sample(line, i, depth, isIndex: true) * 3;
                    image.Set(x, y, palette[at], palette[at + 1], palette[at + 2]);
                }
                else
                {
                    int at = i * channels;
                    image.Set(x, y, Sample(line, at, depth, false), Sample(line, at + 1, depth, false), Sample(line, at + 2, depth, false));
                }
            }
            (line, above) = (above, line);
        }
    }

    private static byte Sample(byte[] line, int index, int depth, bool isIndex)
    {
        if (depth >= 8) return line[index * depth / 8];
        int most = (1 << depth) - 1, value = (line[index * depth / 8] >> (8 - depth - (index * depth % 8))) & most;
        return (byte)(isIndex ? value : value * 255 / most);
    }

    private static void Undo(int filter, byte[] line, byte[] above, int pixelBytes)
    {
        for (int i = 0; i < line.Length; i++)
        {
            int left = i >= pixelBytes ? line[i - pixelBytes] : 0, corner = i >= pixelBytes ? above[i - pixelBytes] : 0, up = above[i];
            line[i] += (byte)(filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => throw new InvalidDataException($"PNG filter {filter} is not valid") });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        int p = left + up - corner, a = Math.Abs(p - left), b = Math.Abs(p - up), c = Math.Abs(p - corner);
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in data) crc = CrcTable[(crc ^ b) & 255] ^ (crc >> 8);
        return ~crc;
    }
}
