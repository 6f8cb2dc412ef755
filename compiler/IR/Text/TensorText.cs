using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CompileModel.IR.Text;

/// <summary>
/// Tensor data as text: <c>[1,2,3]</c> when small, <c>fill(0.5)</c> when all elements are equal, <c>raw("base64")</c> in full, or
/// <c>digest(1a2b3c4d)</c> when abbreviated. <c>random(seed)</c>, values in -1..1, is only read: tests use it.
/// </summary>
internal static class TensorText
{
    private const int Inline = 16;

    public static string Format(Tensor tensor, bool full)
    {
        if (tensor.Element == ElementType.String) return "digest(strings)";
        if (tensor.Count <= Inline) return "[" + string.Join(',', Enumerable.Range(0, tensor.Count).Select(i => Element(tensor, i))) + "]";
        int size = tensor.Element.Size();
        if (!tensor.Bytes[size..].ContainsAnyExcept((byte)0) && !tensor.Bytes[..size].ContainsAnyExcept((byte)0)) return "fill(0)";
        if (tensor.Bytes[size..].SequenceEqual(tensor.Bytes[..^size])) return $"fill({Element(tensor, 0)})";
        return full ? $"raw(\"{Convert.ToBase64String(tensor.Bytes)}\")" : $"digest({Convert.ToHexStringLower(SHA256.HashData(tensor.Bytes)[..4])})";
    }

    public static Tensor Parse(Lexer lexer, TensorType type)
    {
        var tensor = Tensor.Zeros(type.Element, type.Shape);
        if (lexer.Accept("fill")) return Parenthesised(lexer, () => Repeat(tensor, lexer));
        if (lexer.Accept("random")) return Parenthesised(lexer, () => Random(tensor, (int)lexer.Integer()));
        if (lexer.Accept("raw")) return Parenthesised(lexer, () => new Tensor(type, Convert.FromBase64String(lexer.QuotedString())));
        int index = 0;
        lexer.List(() =>
        {
            if (index >= tensor.Count) throw lexer.Error($"more elements than {type} has");
            Store(tensor, index++, lexer);
            return 0;
        });
        return index == tensor.Count ? tensor : throw lexer.Error($"{type} needs {tensor.Count} elements, got {index}");
    }

    private static Tensor Parenthesised(Lexer lexer, Func<Tensor> body)
    {
        lexer.Expect("(");
        var result = body();
        lexer.Expect(")");
        return result;
    }

    private static Tensor Repeat(Tensor tensor, Lexer lexer)
    {
        if (tensor.Count == 0) return tensor;
        Store(tensor, 0, lexer);
        int size = tensor.Element.Size();
        var bytes = tensor.Fill<byte>();
        for (int i = size; i < bytes.Length; i += size) bytes[..size].CopyTo(bytes[i..]);
        return tensor;
    }

    private static Tensor Random(Tensor tensor, int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < tensor.Count; i++) Set(tensor, i, tensor.Element.IsFloat() || tensor.Element.IsNarrowFloat() ? (random.NextDouble() * 2) - 1 : random.Next(0, tensor.Element.IsNarrowInteger() ? 2 : 100));
        return tensor;
    }

    private static void Store(Tensor tensor, int index, Lexer lexer)
    {
        if (tensor.Element is ElementType.Int64) tensor.Fill<long>()[index] = lexer.Integer();
        else if (tensor.Element is ElementType.UInt64) tensor.Fill<long>()[index] = lexer.Integer();
        else Set(tensor, index, lexer.Number());
    }

    private static void Set(Tensor tensor, int i, double value)
    {
        switch (tensor.Element)
        {
            case ElementType.Float32: tensor.Fill<float>()[i] = (float)value; break;
            case ElementType.Float64: tensor.Fill<double>()[i] = value; break;
            case ElementType.Float16: tensor.Fill<Half>()[i] = (Half)value; break;
            case ElementType.BFloat16: tensor.Fill<ushort>()[i] = (ushort)(BitConverter.SingleToUInt32Bits((float)value) >> 16); break;
            case var type when type.IsNarrowFloat(): tensor.Fill<byte>()[i] = NarrowFloat.Encode(type, value); break;
            default:
                long bits = (long)value;
                MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref bits, 1))[..tensor.Element.Size()].CopyTo(tensor.Fill<byte>()[(i * tensor.Element.Size())..]);
                break;
        }
    }

    private static string Element(Tensor tensor, int i) => tensor.Element switch
    {
        ElementType.Float32 => AttributeText.Number(tensor.Span<float>()[i]),
        ElementType.Float64 or ElementType.Float16 or ElementType.BFloat16 => AttributeText.Number(tensor.AsDouble(i)),
        var type when type.IsNarrowFloat() => AttributeText.Number(tensor.AsDouble(i)),
        _ => tensor.AsLong(i).ToString(CultureInfo.InvariantCulture),
    };
}
