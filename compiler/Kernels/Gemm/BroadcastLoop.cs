using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Gemm;

/// <summary>
/// The inner loop where a factor of A is broadcast from memory into all lanes (AVX2, AVX-512): for each factor a load of the panel, one broadcast a row,
/// a multiply-add for each vector of the tile.
/// </summary>
internal static class BroadcastLoop
{
    /// <summary>Rows of A that share one pointer register where row distances fit the addressing mode (x86: base + index * scale + offset).</summary>
    public const int RowsPerPointer = 3;

    // Bytes of weights from what is multiplied to what is fetched: some hundred cycles, which memory takes to answer. Weights of integers come from memory in each inference, and the processor itself fetches
    // ahead inside a page only.
    private const int FetchedAhead = 4096, Line = 64;

    /// <summary>Factors a pass takes: about 32 multiply-adds.</summary>
    public static int Unroll(int rows, int vectors, int run) => Math.Min(Math.Clamp(32 / (rows * vectors), 1, 8), Math.Max(1, run));

    /// <summary>The sums over one run of factors.</summary>
    public static void Run(RoutineBuilder b, GemmTile tile, Vec[][] acc, RowPointers a, Ptr w)
    {
        if (tile.HasMain)
        {
            b.Repeat("i", RoutineBuilder.Integer("passes"), () =>
            {
                Steps(b, tile, acc, a, w, tile.Unroll);
                a.Advance(tile.Unroll * tile.Unit);
                b.Advance(w, tile.Unroll * tile.PanelWeights);
            });
        }
        if (tile.KTail == 0)
            return;
        Steps(b, tile, acc, a, w, tile.KTail);
        if (tile.Runs == RunLevels.One)
            return;
        a.Advance(tile.KTail * tile.Unit);
        b.Advance(w, tile.KTail * tile.PanelWeights);
    }

    /// <summary>Some factors without moving the pointers.</summary>
    public static void Steps(RoutineBuilder b, GemmTile tile, Vec[][] acc, RowPointers a, Ptr w, int steps)
    {
        for (var k = 0; k < steps; k++)
        {
            var panel = tile.Panel(b, w, k);
            if (tile.Unit > 1)
            {
                Fetch(b, tile, w, k);
                Pairs(b, tile, acc, panel, r => b.LoadBroadcastPair(a[r] + k * tile.Unit, GemmTile.Numbered("x", r)));
                continue;
            }
            for (var r = 0; r < tile.Rows; r++)
            {
                var x = b.LoadBroadcast(a[r] + k, GemmTile.Numbered("x", r));
                for (var v = 0; v < tile.Vectors; v++)
                    b.FmaInto(acc[r][v], panel[v], x);
            }
        }
    }

    // The lines that begin in the weights of a step, further on.
    private static void Fetch(RoutineBuilder b, GemmTile tile, Ptr w, int step)
    {
        var size = w.Type.Size();
        for (var i = (step * tile.PanelWeights * size + Line - 1) / Line * Line; i < (step + 1) * tile.PanelWeights * size; i += Line)
            b.Prefetch(w + (i + FetchedAhead) / size);
    }

    // Products of integers are added by instructions of their own. Two products, then two additions: in turn, additions take the pipes that multiply (AMD Zen 4: a quarter slower).
    private static void Pairs(RoutineBuilder b, GemmTile tile, Vec[][] acc, Vec[] panel, Func<int, Vec> load)
    {
        var factors = new Dictionary<int, Vec>();
        foreach (var two in Enumerable.Range(0, tile.Rows * tile.Vectors).Chunk(2))
        {
            var products = two.Select(i => (Row: i / tile.Vectors, Vector: i % tile.Vectors)).Select(p =>
            {
                if (!factors.TryGetValue(p.Row, out var x))
                    x = factors[p.Row] = load(p.Row);
                return (Sum: acc[p.Row][p.Vector], Product: b.MultiplyPairs(panel[p.Vector], x, "t"));
            }).ToArray();
            foreach (var (sum, product) in products)
                b.Set(sum, VectorOp.Add, sum, product);
        }
    }
}
