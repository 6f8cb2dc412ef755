using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Isas;

/// <summary>Vectors of 8 and 16 bits.</summary>
public sealed partial class NeonIsa
{
    public override bool ConvertsSaturating => true;

    public override bool CountsInFloats => true;

    public override IReadOnlyList<string> LoadBytes(LetLocal let, Ptr p, int count) => Bytes(let, p, count, null);

    public override IReadOnlyList<string> LoadBytesMinus(LetLocal let, Ptr p, int count, Vec zero) => Bytes(let, p, count, zero);

    private static List<string> Bytes(LetLocal let, Ptr p, int count, Vec? zero)
    {
        var (isSigned, words) = (p.Type != ElementType.UInt8, new List<string>());
        void Widen(string half, int vectors)
        {
            words.Add(let("word", $"AdvSimd.SignExtendWideningLower({half}.GetLower())", StatementKind.ShortArithmetic));
            if (vectors > 1)
                words.Add(let("word", $"AdvSimd.SignExtendWideningUpper({half})", StatementKind.ShortArithmetic));
        }
        string Half(string bytes, bool upper)
        {
            if (zero is not null)
                return let("half", $"AdvSimd.SubtractWidening{(upper ? $"Upper({bytes}, {zero})" : $"Lower({bytes}.GetLower(), {zero}.GetLower())")}", StatementKind.ShortArithmetic);
            var text = $"AdvSimd.{(isSigned ? "Sign" : "Zero")}ExtendWidening{(upper ? $"Upper({bytes})" : $"Lower({bytes}.GetLower())")}";
            return let("half", isSigned ? text : text + ".AsInt16()", StatementKind.ShortArithmetic);
        }
        var vectors = (count + 3) / 4;
        var loaded = let("bytes", count == 16 ? Instance.Load(p) : Instance.LoadPartial(p, count), StatementKind.Load);
        Widen(Half(loaded, false), vectors);
        if (vectors > 2)
            Widen(Half(loaded, true), vectors - 2);
        return words;
    }

    // Elements of 1, 2 and 4 bytes change places across the diagonal in turn.
    private static void TransposeBytes(StatementList list, IReadOnlyList<Ptr> rows, IReadOnlyList<Ptr> columns)
    {
        string[] x = [.. rows.Select(r => list.Let("row", $"AdvSimd.LoadVector64({r})", StatementKind.Load))];
        foreach (var (step, type) in ((int, ElementType)[])[(1, rows[0].Type), (2, ElementType.Int16), (4, ElementType.Int32)])
        {
            var cast = step == 1 ? "" : $".As{VectorType(type)}()";
            for (var i = 0; i < x.Length; i += i % step == step - 1 ? step + 1 : 1)
            {
                var (a, b) = ($"{x[i]}{cast}", $"{x[i + step]}{cast}");
                x[i] = list.Let("even", $"AdvSimd.Arm64.TransposeEven({a}, {b})");
                x[i + step] = list.Let("odd", $"AdvSimd.Arm64.TransposeOdd({a}, {b})");
            }
        }
        for (var i = 0; i < columns.Count; i++)
            list.Store($"AdvSimd.Store({columns[i]}, {x[i]}.As{(columns[i].Type == ElementType.Int8 ? "SByte" : "Byte")}());");
    }

    public override string PackBytes(LetLocal let, IReadOnlyList<Vec> words, Vec? offset, ElementType type, bool slowZips)
    {
        var unsigned = type == ElementType.UInt8 ? "Unsigned" : "";
        string Narrow(int first)
        {
            var low = let("half", $"AdvSimd.ExtractNarrowingLower({words[first]}.AsInt32())", StatementKind.ShortArithmetic);
            return first + 1 < words.Count ? let("half", $"AdvSimd.ExtractNarrowingUpper({low}, {words[first + 1]}.AsInt32())", StatementKind.ShortArithmetic) : $"{low}.ToVector128Unsafe()";
        }
        string Half(int first)
        {
            if (words[first].Type == ElementType.Float32)
            {
                // The lower bits of 1.5 * 2^23 + n are those of n; n + offset fits too.
                var counted = first + 1 < words.Count && !slowZips ? let("half", $"AdvSimd.Arm64.UnzipEven({words[first]}.AsInt16(), {words[first + 1]}.AsInt16())", StatementKind.ShortArithmetic) : Narrow(first);
                return offset is null ? counted : let("half", $"AdvSimd.Add({counted}, {offset})", StatementKind.ShortArithmetic);
            }
            var half = let("half", $"AdvSimd.ExtractNarrowingSaturateLower({words[first]})");
            half = first + 1 < words.Count ? let("half", $"AdvSimd.ExtractNarrowingSaturateUpper({half}, {words[first + 1]})") : $"{half}.ToVector128Unsafe()";
            return offset is null ? half : let("half", $"AdvSimd.AddSaturate({half}, {offset})");
        }
        var low = let("bytes", $"AdvSimd.ExtractNarrowingSaturate{unsigned}Lower({Half(0)}){(words.Count > 2 ? "" : ".ToVector128Unsafe()")}");
        return words.Count > 2 ? let("bytes", $"AdvSimd.ExtractNarrowingSaturate{unsigned}Upper({low}, {Half(2)})") : low;
    }

    public override string PackUniform(Vec words) => $"AdvSimd.ExtractNarrowingSaturateUpper(AdvSimd.ExtractNarrowingSaturateLower({words}), {words})";

    public override string Dot(Vec sum, Vec a, Vec b) => $"Dp.DotProduct({sum}, {Bytes(a)}, {Bytes(b)})";

    public override string Interleave(Vec a, Vec b, int bytes, bool isUpper)
    {
        var half = isUpper ? "High" : "Low";
        return bytes == 1 ? $"AdvSimd.Arm64.Zip{half}({a}, {b})" : $"AdvSimd.Arm64.Zip{half}({a}.AsInt16(), {b}.AsInt16()).As{VectorType(a.Type)}()";
    }

    public override bool HasWideProducts => true;

    public override string WideProduct(Vec? sum, Vec a, Vec b, bool isUpper)
    {
        var (half, to) = isUpper ? ("Upper", "") : ("Lower", ".GetLower()");
        return sum is null ? $"AdvSimd.MultiplyWidening{half}({a}{to}, {b}{to})" : $"AdvSimd.MultiplyWidening{half}AndAdd({sum}, {a}{to}, {b}{to})";
    }

    public override string AddWide(Vec sum, Vec a, bool isUpper) => isUpper ? $"AdvSimd.AddWideningUpper({sum}, {a})" : $"AdvSimd.AddWideningLower({sum}, {a}.GetLower())";

    public override string Widen(Vec a, bool isUpper) => isUpper ? $"AdvSimd.SignExtendWideningUpper({a})" : $"AdvSimd.SignExtendWideningLower({a}.GetLower())";

    public override string UpperHalves(Vec a, Vec b) => $"AdvSimd.Arm64.UnzipOdd({a}.AsInt16(), {b}.AsInt16())";

    public override string RoundBytes(Vec a, int shift)
        => $"AdvSimd.{(shift == 0 ? $"ExtractNarrowingSaturateLower({a})" : $"ShiftRightArithmeticRoundedNarrowingSaturateLower({a}, {shift})")}.ToVector128Unsafe()";

    public override string StoreQuarter(Ptr p, Vec v, int quarter) => $"AdvSimd.StoreSelectedScalar((int*)({p}), {v}.AsInt32(), {quarter})";

    // The pieces of 8, 4, 2 and 1 bytes.
    private static string NarrowPartial(Ptr p, int count)
    {
        var (type, size) = (ScalarIsa.CSharpType(p.Type), p.Type.Size());
        var result = "";
        foreach (var (offset, bytes) in Pieces(count * size, 8))
        {
            var at = p + offset / size;
            var word = WordType(bytes);
            result = (offset, bytes) switch
            {
                (0, 8) => $"AdvSimd.LoadVector64({at}).ToVector128()",
                // A load of 32 bits to a vector register zeroes the others.
                (0, 4) => $"Vector128.CreateScalarUnsafe(*(float*)({at})){As(type)}",
                (0, _) => $"Vector128.CreateScalar(*({word}*)({at})){As(type)}",
                _ => $"AdvSimd.LoadAndInsertScalar({result}{As(word)}, {offset / bytes}, ({word}*)({at})){As(type)}",
            };
        }
        return result;
    }

    private static IEnumerable<string> StoreNarrow(Ptr p, Vec v, int count)
    {
        var size = p.Type.Size();
        foreach (var (offset, bytes) in Pieces(count * size, 8))
        {
            var (at, word) = (p + offset / size, WordType(bytes));
            yield return bytes == 8 ? $"AdvSimd.Store({at}, {v}.GetLower())" : $"AdvSimd.StoreSelectedScalar(({word}*)({at}), {v}{As(word)}, {offset / bytes})";
        }
    }

    private static string Bytes(Vec v) => v.Type == ElementType.Int8 ? v.Text : $"{v}.AsSByte()";

    private static string As(string type) => type switch
    {
        "sbyte" => ".AsSByte()",
        "byte" => ".AsByte()",
        "short" => ".AsInt16()",
        "ushort" => ".AsUInt16()",
        _ => ".AsInt32()",
    };
}
