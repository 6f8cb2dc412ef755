using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Loops;

namespace CompileModel.Kernels.Movement;

/// <summary>Copies and fills of contiguous elements of any type: in vectors of 32-bit words, the rest element by element.</summary>
internal static class Runs
{
    private const int Unroll = 4;

    /// <summary>Copies <paramref name="count"/> elements.</summary>
    public static void Copy(RoutineBuilder b, Ptr to, Ptr from, int count)
    {
        var words = InWords(b, to.Type, count);
        if (words == 0)
        {
            Elements(b, count, i => b.CopyElement(to + i, from + i));
            return;
        }
        var (source, target) = (AsWords(b, "source", from), AsWords(b, "target", to));
        VectorLoops.Over(b, words, b.Lanes(source.Type), Unroll, (i, lanes) => b.StorePartial(target + i, b.LoadPartial(source + i, lanes), lanes));
        int done = words * 4 / to.Type.Size();
        for (int i = done; i < count; i++) b.CopyElement(to + i, from + i);
    }

    /// <summary>Loads and stores that a run of bytes takes in <see cref="CopyTogether"/>.</summary>
    public static int Pieces(int count) => Cut(count).Count;

    /// <summary>Copies several short runs of <paramref name="count"/> bytes: all are loaded before the first is stored, so that no store waits for its load.</summary>
    public static void CopyTogether(RoutineBuilder b, IReadOnlyList<(Ptr To, Ptr From)> runs, int count) => b.UseScalar(() =>
    {
        var pieces = runs.SelectMany(run => Cut(count).Select(c => (To: b.Cast("target", run.To + c.First, c.Type), From: b.Cast("source", run.From + c.First, c.Type)))).ToArray();
        var loaded = pieces.Select(p => b.Load(p.From, "piece")).ToArray();
        for (var i = 0; i < pieces.Length; i++)
            b.Store(pieces[i].To, loaded[i]);
    });

    // Words, of which the last begins early enough to end with the run.
    private static List<(int First, ElementType Type)> Cut(int count)
    {
        var type = count >= sizeof(long) ? ElementType.Int64 : count >= sizeof(int) ? ElementType.Int32 : count >= sizeof(short) ? ElementType.Int16 : ElementType.Int8;
        var size = type.Size();
        return [.. Enumerable.Range(0, (count + size - 1) / size).Select(i => (Math.Min(i * size, count - size), type))];
    }

    /// <summary>Stores one value <paramref name="count"/> times.</summary>
    public static void Fill(RoutineBuilder b, Ptr to, int count, FillValue value)
    {
        var words = value.HasWords(to.Type) ? InWords(b, to.Type, count) : 0;
        int done = words * 4 / to.Type.Size();
        if (words > 0)
        {
            var target = AsWords(b, "target", to);
            var vector = value.Words(b, to.Type, target.Type);
            VectorLoops.Over(b, words, b.Lanes(target.Type), Unroll, (i, lanes) => b.StorePartial(target + i, vector, lanes));
        }
        if (done == count) return;
        b.UseScalar(() =>
        {
            var element = value.Element(b, to.Type);
            Elements(b, count - done, i => b.Store((to + done + i) with { Type = FillValue.Stored(to.Type) }, element));
        });
    }

    private static void Elements(RoutineBuilder b, int count, Action<Int> body)
    {
        if (count <= 8)
        {
            for (int i = 0; i < count; i++) body(i);
        }
        else
        {
            b.For("i", 0, count, body);
        }
    }

    // Words are worth it from one NEON vector on.
    private static int InWords(RoutineBuilder b, ElementType type, int count) =>
        b.Isa == ScalarIsa.Instance || (long)count * type.Size() < 16 ? 0 : (int)((long)count * type.Size() / 4);

    private static Ptr AsWords(RoutineBuilder b, string name, Ptr p) =>
        p.Type is ElementType.Float32 or ElementType.Int32 ? p : b.Cast(name, p, ElementType.Int32);
}
