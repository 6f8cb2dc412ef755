using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Isas;

/// <summary>x86-64-v3: AVX2 with FMA, 256-bit vectors.</summary>
public sealed class Avx2Isa : X86Isa
{
    /// <summary>The only instance.</summary>
    public static readonly Avx2Isa Instance = new();

    public override string Name => "avx2";

    public override int VectorBits => 256;

    protected override string VectorClass => "Vector256";

    // BlendVariable, asked for by VectorOp.Not, exists for both types: in Avx for floats, in Avx2 for integers.
    protected override string Class(VectorOp op, ElementType width) => op == VectorOp.ToFloat32 || width == ElementType.Float32 ? "Avx" : "Avx2";

    public override string Load(Ptr p) => $"Avx.LoadVector256({p})";

    public override string Store(Ptr p, Vec v) => $"Avx.Store({p}, {v})";

    public override string LoadPartial(Ptr p, int count) => p.Type.Size() < 4 ? NarrowPartial(p, count, VectorBits) : p.Type == ElementType.Float32
        ? $"Avx.MaskLoad({p}, {FirstLanes(p.Type, count)})" : $"Avx2.MaskLoad({p}, {FirstLanes(p.Type, count)})";

    public override IEnumerable<string> StorePartial(Ptr p, Vec v, int count)
    {
        if (p.Type.Size() < 4)
        {
            foreach (var statement in StoreNarrow(p, v, count))
                yield return statement;
            yield break;
        }
        yield return $"{(p.Type == ElementType.Float32 ? "Avx" : "Avx2")}.MaskStore({p}, {FirstLanes(p.Type, count)}, {v})";
    }

    public override string LoadWidened(Ptr p, ElementType type) => $"Avx2.ConvertToVector256{type}({p})";

    public override string Fma(Vec c, Vec a, Vec b) => c.Type == ElementType.Float32
        ? $"Fma.MultiplyAdd({a}, {b}, {c})" : $"Avx2.Add({c}, Avx2.MultiplyLow({a}, {b}))";

    public override string Fnma(Vec c, Vec a, Vec b) => c.Type == ElementType.Float32
        ? $"Fma.MultiplyAddNegated({a}, {b}, {c})" : $"Avx2.Subtract({c}, Avx2.MultiplyLow({a}, {b}))";

    protected override string Rounded(VectorOp op, Vec a) => op switch
    {
        VectorOp.Floor => $"Avx.Floor({a})",
        VectorOp.Ceiling => $"Avx.Ceiling({a})",
        VectorOp.Round => $"Avx.RoundToNearestInteger({a})",
        _ => $"Avx.RoundToZero({a})",
    };

    protected override string Compared(VectorOp op, Vec a, Vec b) => a.Width == ElementType.Float32
        ? op switch
        {
            VectorOp.Less => $"Avx.CompareLessThan({a}, {b})",
            VectorOp.LessOrEqual => $"Avx.CompareLessThanOrEqual({a}, {b})",
            VectorOp.Greater => $"Avx.CompareGreaterThan({a}, {b})",
            VectorOp.GreaterOrEqual => $"Avx.CompareGreaterThanOrEqual({a}, {b})",
            _ => $"Avx.CompareEqual({a}, {b})",
        }
        : op switch
        {
            VectorOp.Less => $"Avx2.CompareGreaterThan({b}, {a})",
            VectorOp.Greater => $"Avx2.CompareGreaterThan({a}, {b})",
            VectorOp.LessOrEqual => $"Avx2.Xor(Avx2.CompareGreaterThan({a}, {b}), Vector256.Create(-1))",
            VectorOp.GreaterOrEqual => $"Avx2.Xor(Avx2.CompareGreaterThan({b}, {a}), Vector256.Create(-1))",
            _ => $"Avx2.CompareEqual({a}, {b})",
        };

    public override IReadOnlyList<Func<string, string>> ReductionSwaps(ElementType type) => type == ElementType.Float32
        ? [v => $"Avx.Permute2x128({v}, {v}, 0x01)", v => $"Avx.Permute({v}, 0x4E)", v => $"Avx.Permute({v}, 0xB1)"]
        : [v => $"Avx2.Permute2x128({v}, {v}, 0x01)", v => $"Avx2.Shuffle({v}, 0x4E)", v => $"Avx2.Shuffle({v}, 0xB1)"];

    protected override string Gathered(IReadOnlyList<Vec> vectors, IReadOnlyList<(int Source, int Lane)> elements)
    {
        string Permuted(int v) => $"Avx2.PermuteVar8x32({vectors[v]}, {Indexes(elements.Select(e => e.Source == v ? e.Lane : 0))})";
        return Enumerable.Range(1, vectors.Count - 1).Aggregate(Permuted(0),
            (result, v) => $"Avx.Blend({result}, {Permuted(v)}, {elements.Select((e, i) => e.Source == v ? 1 << i : 0).Sum()})");
    }

    protected override string Widened(Ptr p, int count) => $"Avx2.ConvertToVector256Int32({(count == 8 ? p : NarrowPartial(p, count, 128))})";

    protected override string WidenedPairs(string low, string high) => $"Avx2.ConvertToVector256Int16({low})";

    protected override string Permuted(string words, IEnumerable<int> lanes) => $"Avx2.PermuteVar8x32({words}, {Indexes(lanes)})";
}
