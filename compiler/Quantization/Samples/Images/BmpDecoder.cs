using System.Buffers.Binary;
using System.Numerics;

namespace CompileModel.Quantization.Samples.Images;

/// <summary>Windows bitmaps without compression: 1, 4 and 8 bits with a palette, 16, 24 and 32 bits, with channel masks or without.</summary>
internal static class BmpDecoder
{
    private const int Rgb = 0, BitFields = 3, AlphaBitFields = 6, Os2HeaderBytes = 12;

    /// <summary>Decodes.</summary>
    /// <exception cref="InvalidDataException">Another kind of bitmap, or one that ends early.</exception>
    public static Image Decode(byte[] file)
    {
        int pixels = Int(file, 10), header = Int(file, 14);
        bool isOs2 = header == Os2HeaderBytes;
        int width = isOs2 ? Short(file, 18) : Int(file, 18), signedHeight = isOs2 ? Short(file, 20) : Int(file, 22);
        int bits = Short(file, isOs2 ? 24 : 28), compression = isOs2 ? Rgb : Int(file, 30);
        if (compression is not (Rgb or BitFields or AlphaBitFields)) throw new InvalidDataException($"BMP compression {compression} is not supported");
        if (bits is not (1 or 4 or 8 or 16 or 24 or 32)) throw new InvalidDataException($"a BMP of {bits} bits a pixel is not supported");
        int height = Math.Abs(signedHeight), palette = 14 + header, entry = isOs2 ? 3 : 4;
        uint[] masks = compression != Rgb ? [(uint)Int(file, 54), (uint)Int(file, 58), (uint)Int(file, 62)]
            : bits == 16 ? [0x7C00, 0x3E0, 0x1F] : [0xFF0000, 0xFF00, 0xFF];
        var image = Image.Blank(width, height);
        int stride = (((width * bits) + 31) / 32) * 4;
        if (pixels < 0 || (long)pixels + ((long)stride * height) > file.Length)
            throw new InvalidDataException($"the file is truncated: {(long)pixels + ((long)stride * height)} bytes needed, {file.Length} there");
        for (int y = 0; y < height; y++)
        {
            int row = pixels + (stride * (signedHeight > 0 ? height - 1 - y : y));
            for (int x = 0; x < width; x++)
            {
                if (bits <= 8)
                {
                    int index = (file[row + (x * bits / 8)] >> (8 - bits - (x * bits % 8))) & ((1 << bits) - 1), at = palette + (index * entry);
                    image.Set(x, y, file[at + 2], file[at + 1], file[at]);
                    continue;
                }
                int from = row + (x * bits / 8);
                uint value = bits switch { 16 => (ushort)Short(file, from), 24 => file[from] | ((uint)file[from + 1] << 8) | ((uint)file[from + 2] << 16), _ => (uint)Int(file, from) };
                image.Set(x, y, Channel(value, masks[0]), Channel(value, masks[1]), Channel(value, masks[2]));
            }
        }
        return image;
    }

    private static byte Channel(uint value, uint mask)
    {
        if (mask == 0) return 0;
        int shift = BitOperations.TrailingZeroCount(mask);
        return (byte)((((value & mask) >> shift) * 255UL) / (mask >> shift));
    }

    private static int Int(byte[] file, int at) => BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at));

    private static int Short(byte[] file, int at) => BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(at));
}
