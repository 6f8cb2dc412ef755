using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CompileModel.IR;

namespace CompileModel.Tests.Support;

/// <summary>Reads and writes .npy files (numpy format 1.0, little-endian, C order).</summary>
internal static partial class NpyFile
{
    private static readonly (ElementType Element, string Code)[] Codes =
    [
        (ElementType.Float32, "<f4"), (ElementType.Float64, "<f8"), (ElementType.Float16, "<f2"), (ElementType.Bool, "|b1"),
        (ElementType.UInt8, "|u1"), (ElementType.Int8, "|i1"), (ElementType.UInt16, "<u2"), (ElementType.Int16, "<i2"),
        (ElementType.UInt32, "<u4"), (ElementType.Int32, "<i4"), (ElementType.UInt64, "<u8"), (ElementType.Int64, "<i8"),
    ];

    /// <summary>Writes a tensor.</summary>
    public static void Write(string path, Tensor tensor)
    {
        var dims = tensor.Shape.ToArray();
        var shape = dims.Length == 1 ? $"{dims[0]}," : string.Join(", ", dims);
        var header = $"{{'descr': '{Codes.Single(c => c.Element == tensor.Element).Code}', 'fortran_order': False, 'shape': ({shape}), }}";
        header = header.PadRight((((10 + header.Length + 1 + 63) / 64) * 64) - 11) + "\n";
        File.WriteAllBytes(path, [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, (byte)(header.Length >> 8), .. Encoding.ASCII.GetBytes(header), .. tensor.Bytes]);
    }

    /// <summary>Reads a tensor.</summary>
    public static Tensor Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        int length = bytes[8] | (bytes[9] << 8);
        var header = HeaderPattern().Match(Encoding.ASCII.GetString(bytes, 10, length));
        Assert.True(header.Success, $"{path} has no .npy header");
        var element = Codes.Single(c => c.Code == header.Groups[1].Value).Element;
        var dims = header.Groups[2].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var shape = Shape.Of(dims.Select(d => int.Parse(d, CultureInfo.InvariantCulture)));
        return new Tensor(new(element, shape), bytes[(10 + length)..]);
    }

    [GeneratedRegex(@"'descr': *'([^']+)', *'fortran_order': *False, *'shape': *\(([^)]*)\)")]
    private static partial Regex HeaderPattern();
}
