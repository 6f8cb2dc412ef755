using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CompileModel.IR;

namespace CompileModel.Publish;

/// <summary>Reads and writes tensors as NumPy .npy files (format version 1.0, little-endian, C order). Values of 8-bit floats and of 4 and 2 bits are bytes.</summary>
public static partial class NpyFile
{
    private static readonly (ElementType Type, string Descr)[] Types =
    [
        (ElementType.Float32, "<f4"), (ElementType.Float64, "<f8"), (ElementType.Float16, "<f2"), (ElementType.Bool, "|b1"),
        (ElementType.Int8, "|i1"), (ElementType.Int16, "<i2"), (ElementType.Int32, "<i4"), (ElementType.Int64, "<i8"),
        (ElementType.UInt8, "|u1"), (ElementType.UInt16, "<u2"), (ElementType.UInt32, "<u4"), (ElementType.UInt64, "<u8"),
        (ElementType.BFloat16, "<V2"),
    ];

    /// <summary>Writes a tensor.</summary>
    public static void Write(string path, Tensor tensor)
    {
        string descr = Types.First(t => t.Type == tensor.Element.Carrier()).Descr;
        string dims = string.Concat(tensor.Shape.ToArray().Select(d => d.ToString(CultureInfo.InvariantCulture) + ","));
        string header = $"{{'descr': '{descr}', 'fortran_order': False, 'shape': ({dims}), }}";
        header = header.PadRight(((10 + header.Length + 1 + 63) / 64 * 64) - 10 - 1) + "\n";
        using var file = File.Create(path);
        file.Write([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, (byte)(header.Length & 255), (byte)(header.Length >> 8)]);
        file.Write(Encoding.ASCII.GetBytes(header));
        file.Write(tensor.Bytes);
    }

    /// <summary>Reads a tensor.</summary>
    /// <exception cref="InvalidDataException">The file is not a .npy file of a supported type.</exception>
    public static Tensor Read(string path)
    {
        var (type, start) = ReadHeader(path);
        try
        {
            return new Tensor(type, File.ReadAllBytes(path)[start..]);
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}");
        }
    }

    /// <summary>Reads what the header says, and where the data begin.</summary>
    /// <exception cref="InvalidDataException">The file is not a .npy file of a supported type.</exception>
    public static (TensorType Type, int Start) ReadHeader(string path)
    {
        using var file = File.OpenRead(path);
        byte[] head = new byte[12];
        int got = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (got < head.Length || head[0] != 0x93 || head[6] is not (1 or 2 or 3)) throw new InvalidDataException($"{path} is not a .npy file of version 1, 2 or 3");
        int start = head[6] == 1 ? 10 : 12, length = head[8] | (head[9] << 8) | (head[6] == 1 ? 0 : head[10] << 16);
        byte[] text = new byte[length];
        file.Position = start;
        if (file.ReadAtLeast(text, length, throwOnEndOfStream: false) < length) throw new InvalidDataException($"{path} ends in its header");
        string header = Encoding.ASCII.GetString(text), descr = Descr().Match(header).Groups[1].Value;
        var type = Types.FirstOrDefault(t => t.Descr == descr).Type;
        if (type == default || header.Contains("True")) throw new InvalidDataException($"{path}: element type '{descr}' or Fortran order is not supported");
        var dims = Numbers().Matches(ShapeText().Match(header).Groups[1].Value).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture));
        return (new(type, Shape.Of(dims)), start + length);
    }

    /// <summary>Reads some bytes of a file.</summary>
    /// <exception cref="IOException">There are not so many.</exception>
    public static byte[] ReadPart(string path, long start, int count)
    {
        using var file = File.OpenRead(path);
        file.Position = start;
        byte[] bytes = new byte[count];
        file.ReadExactly(bytes);
        return bytes;
    }

    [GeneratedRegex("'descr': *'([^']*)'")]
    private static partial Regex Descr();

    [GeneratedRegex("'shape': *\\(([^)]*)\\)")]
    private static partial Regex ShapeText();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();
}
