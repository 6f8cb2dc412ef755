using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Isas;

/// <summary>Vectors of 8 and 16 bits. Packing works in parts of 128 bits; one permutation of 32-bit groups of bytes puts them in order.</summary>
public abstract partial class X86Isa
{
    // Parts of 128 bits.
    private int Parts => VectorBits / 128;

    public override IReadOnlyList<string> LoadBytes(LetLocal let, Ptr p, int count)
    {
        var lanes = Lanes(ElementType.Int32);
        return [.. Enumerable.Range(0, (count + lanes - 1) / lanes).Select(v => let("word", Widened(p + v * lanes, Math.Min(lanes, count - v * lanes)), StatementKind.Load))];
    }

    /// <summary>A vector of int32 of the first bytes from memory.</summary>
    protected abstract string Widened(Ptr p, int count);

    public override string PackBytes(LetLocal let, IReadOnlyList<Vec> words, Vec? offset, ElementType type, bool slowZips)
    {
        var integers = Class(VectorOp.Add, ElementType.Int16);
        string Half(int first)
        {
            var half = let("half", $"{integers}.PackSignedSaturate({words[first]}, {words[Math.Min(first + 1, words.Count - 1)]})");
            return offset is null ? half : let("half", $"{integers}.AddSaturate({half}, {offset})");
        }
        var low = Half(0);
        var packed = let("bytes", $"{integers}.Pack{(type == ElementType.UInt8 ? "Unsigned" : "Signed")}Saturate({low}, {(words.Count > 2 ? Half(2) : low)}).AsInt32()");
        return let("bytes", $"{Permuted(packed, Enumerable.Range(0, 4 * Parts).Select(i => i % Parts * 4 + i / Parts))}{As(ScalarIsa.CSharpType(type))}");
    }

    public override string PackUniform(Vec words) => $"{Class(VectorOp.Add, ElementType.Int16)}.PackSignedSaturate({words}, {words})";

    public override string LoadPairs(LetLocal let, Ptr a, Ptr b, int count)
    {
        if (a == b)
            return LoadBytes(let, a, count)[0] + ".AsInt16()";
        string Bytes(Ptr p) => let("bytes", count == 16 ? $"Vector128.Load({p})" : NarrowPartial(p, count, 128), StatementKind.Load);
        var (first, second) = (Bytes(a), Bytes(b));
        return WidenedPairs($"Sse2.UnpackLow({first}, {second})", $"Sse2.UnpackHigh({first}, {second})");
    }

    /// <summary>Bytes in turn, in one or two vectors of 128 bits, as a vector of int16.</summary>
    protected abstract string WidenedPairs(string low, string high);

    public override string MultiplyPairs(Vec a, Vec b) => $"{Class(VectorOp.Add, ElementType.Int16)}.MultiplyAddAdjacent({a}, {(b.Type == ElementType.Int16 ? b.Text : $"{b}.AsInt16()")})";

    public override string ShortProduct(Vec sum, Vec a, Vec b)
        => $"{Class(VectorOp.Add, ElementType.Int32)}.Add({sum}, {Class(VectorOp.Add, ElementType.Int16)}.MultiplyAddAdjacent({a}.AsInt16(), {b}.AsInt16()))";

    /// <summary>A vector of int32 with its lanes in another order.</summary>
    protected abstract string Permuted(string words, IEnumerable<int> lanes);

    /// <summary>The first bytes from memory, fewer than a vector has, the others 0, as a vector of some bits.</summary>
    protected static string NarrowPartial(Ptr p, int count, int bits)
    {
        var (type, size) = (ScalarIsa.CSharpType(p.Type), p.Type.Size());
        if (bits > 128)
        {
            var half = bits / 16 / size;
            var low = count >= half ? $"Vector{bits / 2}.Load({p})" : NarrowPartial(p, count, bits / 2);
            return $"Vector{bits}.Create({low}, {(count > half ? NarrowPartial(p + half, count - half, bits / 2) : $"Vector{bits / 2}<{type}>.Zero")})";
        }
        var result = "";
        foreach (var (offset, bytes) in Pieces(count * size, 8))
        {
            var (at, word) = (p + offset / size, WordType(bytes));
            result = offset == 0 ? $"Vector128.CreateScalar(*({word}*)({at})){As(type)}" : $"{result}{As(word)}.WithElement({offset / bytes}, *({word}*)({at})){As(type)}";
        }
        return result;
    }

    /// <summary>Stores of the first elements of 8 or 16 bits.</summary>
    protected IEnumerable<string> StoreNarrow(Ptr p, Vec v, int count)
    {
        var size = p.Type.Size();
        foreach (var (offset, bytes) in Pieces(count * size, VectorBits / 16))
        {
            var at = p + offset / size;
            if (bytes >= 16)
            {
                var part = Enumerable.Range(0, 3).Select(i => VectorBits >> i).TakeWhile(bits => bits > 8 * bytes)
                    .Aggregate((Text: v.Text, Offset: offset), (x, bits) => x.Offset >= bits / 16 ? ($"{x.Text}.GetUpper()", x.Offset - bits / 16) : ($"{x.Text}.GetLower()", x.Offset));
                yield return $"{part.Text}.Store({at})";
            }
            else
                yield return $"*({WordType(bytes)}*)({at}) = {v}{As(WordType(bytes))}.GetElement({offset / bytes})";
        }
    }

    private static string As(string type) => type switch
    {
        "sbyte" => ".AsSByte()",
        "byte" => ".AsByte()",
        "short" => ".AsInt16()",
        "ushort" => ".AsUInt16()",
        "long" => ".AsInt64()",
        _ => ".AsInt32()",
    };
}
