using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Isas;

/// <summary>x86-64-v4: AVX-512 F, DQ, BW, VL, 512-bit vectors.</summary>
public sealed class Avx512Isa : X86Isa
{
    /// <summary>The only instance.</summary>
    public static readonly Avx512Isa Instance = new();

    public override string Name => "avx512";

    public override int VectorBits => 512;

    protected override string VectorClass => "Vector512";

    protected override string Class(VectorOp op, ElementType width)
        => width.Size() < 4 && op is not (VectorOp.And or VectorOp.Or or VectorOp.Xor) ? "Avx512BW"
            : width == ElementType.Float32 && op is VectorOp.And or VectorOp.Or or VectorOp.Xor ? "Avx512DQ" : "Avx512F";

    public override string Load(Ptr p) => $"Avx512F.LoadVector512({p})";

    public override string Store(Ptr p, Vec v) => $"Avx512F.Store({p}, {v})";

    public override string LoadPartial(Ptr p, int count) => p.Type.Size() < 4 ? NarrowPartial(p, count, VectorBits) : $"Avx512F.MaskLoad({p}, {FirstLanes(p.Type, count)}, {Zero(p.Type)})";

    public override IEnumerable<string> StorePartial(Ptr p, Vec v, int count)
    {
        if (p.Type.Size() < 4)
        {
            foreach (var statement in StoreNarrow(p, v, count))
                yield return statement;
            yield break;
        }
        yield return $"Avx512F.MaskStore({p}, {FirstLanes(p.Type, count)}, {v})";
    }

    public override string LoadWidened(Ptr p, ElementType type) => $"Avx512BW.ConvertToVector512{type}(Avx.LoadVector256({p}))";

    public override string Fma(Vec c, Vec a, Vec b) => c.Type == ElementType.Float32
        ? $"Avx512F.FusedMultiplyAdd({a}, {b}, {c})" : $"Avx512F.Add({c}, Avx512F.MultiplyLow({a}, {b}))";

    public override string Fnma(Vec c, Vec a, Vec b) => c.Type == ElementType.Float32
        ? $"Avx512F.FusedMultiplyAddNegated({a}, {b}, {c})" : $"Avx512F.Subtract({c}, Avx512F.MultiplyLow({a}, {b}))";

    // The immediate: 0 nearest even, 1 down, 2 up, 3 towards zero.
    protected override string Rounded(VectorOp op, Vec a) => $"Avx512F.RoundScale({a}, {op switch
    {
        VectorOp.Floor => 1,
        VectorOp.Ceiling => 2,
        VectorOp.Truncate => 3,
        _ => 0,
    }})";

    protected override string Compared(VectorOp op, Vec a, Vec b) => $"Avx512F.Compare{op switch
    {
        VectorOp.Less => "LessThan",
        VectorOp.LessOrEqual => "LessThanOrEqual",
        VectorOp.Greater => "GreaterThan",
        VectorOp.GreaterOrEqual => "GreaterThanOrEqual",
        _ => "Equal",
    }}({a}, {b})";

    public override IReadOnlyList<Func<string, string>> ReductionSwaps(ElementType type) =>
    [
        v => $"Avx512F.Shuffle4x128({v}, {v}, 0x4E)",
        v => $"Avx512F.Shuffle4x128({v}, {v}, 0xB1)",
        v => type == ElementType.Float32 ? $"Avx512F.Permute4x32({v}, 0x4E)" : $"Avx512F.Shuffle({v}, 0x4E)",
        v => type == ElementType.Float32 ? $"Avx512F.Permute4x32({v}, 0xB1)" : $"Avx512F.Shuffle({v}, 0xB1)",
    ];

    // Each permutation takes the elements of one more vector and keeps the others.
    protected override string Gathered(IReadOnlyList<Vec> vectors, IReadOnlyList<(int Source, int Lane)> elements)
    {
        var lanes = elements.Count;
        var result = vectors[0].Text;
        for (var v = 1; v < vectors.Count; v++)
        {
            var (vector, isFirst) = (v, v == 1);
            result = $"Avx512F.PermuteVar16x32x2({result}, {Indexes(elements.Select((e, i) => e.Source == vector ? lanes + e.Lane : isFirst && e.Source == 0 ? e.Lane : i))}, {vectors[v]})";
        }
        return result;
    }

    protected override string Widened(Ptr p, int count) => $"Avx512F.ConvertToVector512Int32({(count == 16 ? $"Vector128.Load({p})" : NarrowPartial(p, count, 128))})";

    protected override string WidenedPairs(string low, string high) => $"Avx512BW.ConvertToVector512Int16(Vector256.Create({low}, {high}))";

    protected override string Permuted(string words, IEnumerable<int> lanes) => $"Avx512F.PermuteVar16x32({words}, {Indexes(lanes)})";
}
