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
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < 10 || bytes[0] != 0x93 || bytes[6] != 1) throw new InvalidDataException($"{path} is not a .npy file of version 1");
        int length = bytes[8] | (bytes[9] << 8);
        string header = Encoding.ASCII.GetString(bytes, 10, Math.Min(length, bytes.Length - 10));
        string descr = Descr().Match(header).Groups[1].Value;
        var type = Types.FirstOrDefault(t => t.Descr == descr).Type;
        if (type == default || header.Contains("True")) throw new InvalidDataException($"{path}: element type '{descr}' or Fortran order is not supported");
        var dims = Numbers().Matches(ShapeText().Match(header).Groups[1].Value).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture));
        try
        {
            return new Tensor(new(type, Shape.Of(dims)), bytes[(10 + length)..]);
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}");
        }
    }

    [GeneratedRegex("'descr': *'([^']*)'")]
    private static partial Regex Descr();

    [GeneratedRegex("'shape': *\\(([^)]*)\\)")]
    private static partial Regex ShapeText();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();
}
