using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Loops;

namespace CompileModel.Kernels.Movement;

/// <summary>
/// Copies a box between two strided places: transposition, slicing, broadcasting and dense copies are all this. Rows that are contiguous in both places go in
/// vectors; where the source is contiguous along another loop, squares of elements are turned in registers, or eight rows of the result are written side by side, so that
/// whole cache lines are read.
/// </summary>
/// <param name="dims">Extents.</param>
/// <param name="source">Strides of the source in elements, any sign; 0 repeats.</param>
/// <param name="target">Strides of the target in elements.</param>
internal sealed class StridedCopy(IReadOnlyList<int> dims, IReadOnlyList<int> source, IReadOnlyList<int> target)
{
    private const int SideBySide = 8, MostInterleaved = 4, InterleavedAtOnce = 4;
    // Rows that are turned together: a cache line of 32-bit elements, some of smaller ones.
    private const int Band = 16;
    // Rows that are worth a call where bands do not divide them.
    private const int FewestRows = 4;
    private readonly IterationSpace space = IterationSpace.Merge(dims, source, target);

    /// <summary>The same copy with its outermost loop made a good number of units.</summary>
    public int Units => space.Rank switch { 0 => 1, 1 => Pieces(space.Inner), 2 when IsTurned(0) => Pieces(space.Dims[0], Band), _ => space.Dims[0] };

    /// <summary>Writes the whole copy.</summary>
    public void Emit(RoutineBuilder b, Ptr from, Ptr to) => Box(b, 0, from, to);

    /// <summary>Writes the copy of units from..to-1.</summary>
    public void EmitUnits(RoutineBuilder b, Ptr from, Ptr to)
    {
        if (space.Rank == 0)
        {
            b.CopyElement(to, from);
        }
        else if (space.Rank == 1)
        {
            int piece = space.Inner / Units;
            b.ForUnits("u", u => Row(b, b.Let("source", from + u * (piece * space.Strides[0][0])), b.Let("target", to + u * (piece * space.Strides[1][0])), piece));
        }
        else if (space.Rank == 2 && IsTurned(0))
        {
            int rows = space.Dims[0] / Units;
            b.ForUnits("u", u => Turned(b, 0, rows, b.Let("source", from + u * rows), b.Let("target", to + u * (rows * space.Strides[1][0]))));
        }
        else
        {
            b.ForUnits("u", u => Box(b, 1, b.Let("source", from + u * space.Strides[0][0]), b.Let("target", to + u * space.Strides[1][0])));
        }
    }

    private void Box(RoutineBuilder b, int depth, Ptr from, Ptr to)
    {
        if (depth == space.Rank)
        {
            b.CopyElement(to, from);
            return;
        }
        if (depth == space.Rank - 1)
        {
            Row(b, from, to, space.Inner);
            return;
        }
        if (IsTurned(depth))
        {
            Turned(b, depth, space.Dims[depth], from, to);
            return;
        }
        b.For("ijklmnop"[Math.Min(depth, 7)].ToString(), 0, space.Dims[depth], i => Box(b, depth + 1, Moved(b, "source", from, i, space.Strides[0][depth]), Moved(b, "target", to, i, space.Strides[1][depth])));
    }

    private bool IsTurned(int depth) => depth == space.Rank - 2 && space.Strides[0][depth] == 1 && space.Strides[0][depth + 1] > 1;

    private static Ptr Moved(RoutineBuilder b, string name, Ptr p, Int i, int stride) => i.Constant is not null || stride == 0 ? p + i * stride : b.Let(name, p + i * stride);

    private void Row(RoutineBuilder b, Ptr from, Ptr to, int count)
    {
        int s = space.Strides[0][^1], t = space.Strides[1][^1];
        if (s == 1 && t == 1)
        {
            Runs.Copy(b, to, from, count);
        }
        else
        {
            const int unroll = 4;
            int whole = count / unroll * unroll;
            b.For("x", 0, whole, unroll, x =>
            {
                for (int u = 0; u < unroll; u++) b.CopyElement(to + (x + u) * t, from + (x + u) * s);
            });
            for (int x = whole; x < count; x++) b.CopyElement(to + x * t, from + x * s);
        }
    }

    // Two loops: the source is contiguous along the outer one, the target usually along the inner one.
    private void Turned(RoutineBuilder b, int depth, int rows, Ptr from, Ptr to)
    {
        int columns = space.Dims[depth + 1];
        int sourceStep = space.Strides[0][depth + 1], rowStep = space.Strides[1][depth], columnStep = space.Strides[1][depth + 1];
        int done = columns <= MostInterleaved && columnStep == 1 && rowStep == columns && b.Isa.CanInterleave(from.Type) ? Interleaved(b, rows, columns, sourceStep, from, to) : 0;
        if (done == 0 && columnStep == 1) done = Squares(b, rows, columns, sourceStep, rowStep, from, to);
        int whole = done + (rows - done) / SideBySide * SideBySide;
        b.For("y", done, whole, SideBySide, y => Side(y, SideBySide));
        if (rows != whole) b.Scope(() => Side(whole, rows - whole));

        void Side(Int y, int count)
        {
            var (s, t) = (b.Let("source", from + y), b.Let("target", to + y * rowStep));
            b.Repeat("left", columns, () =>
            {
                for (int i = 0; i < count; i++) b.CopyElement(t + i * rowStep, s + i);
                b.Advance(s, sourceStep);
                b.Advance(t, columnStep);
            });
        }
    }

    // Squares of elements, a band of rows at a time. Gives how many rows are done.
    private static int Squares(RoutineBuilder b, int rows, int columns, int sourceStep, int rowStep, Ptr from, Ptr to)
    {
        int size = b.Isa.TileSize(from.Type);
        if (size == 0 || columns < size) return 0;
        int bands = rows / Band * Band, whole = rows / size * size;

        // Half a square and more is read whole: what is too much is there in front of the next column.
        bool hasPart = rows - whole >= size / 2 && sourceStep >= size;
        int done = hasPart ? rows : whole;
        if (done == 0) return 0;
        var (source, target) = (As(from), As(to));
        Ptr As(Ptr p) => p.Type.Size() == 4 ? p.Type == ElementType.Float32 ? p : b.Cast("floats", p, ElementType.Float32) : p.Type.IsByte() ? p : b.Cast("bytes", p, ElementType.UInt8);
        b.For("y", 0, bands, Band, y => Rows(y, Band));
        b.For("y", bands, whole, size, y => Rows(y, size));
        if (hasPart) b.Scope(() => Rows(whole, rows - whole));
        return done;

        void Rows(Int y, int count)
        {
            var (s, t) = (b.Let("source", source + y), b.Let("target", target + y * rowStep));
            int squares = (count < size ? columns - 1 : columns) / size;
            b.Repeat("left", squares, () =>
            {
                b.Scheduled(16, splitLoads: false, () =>
                {
                    for (int i = 0; i < count; i += size)
                        b.TransposeTile([.. Enumerable.Range(0, size).Select(c => s + (i + c * sourceStep))], [.. Enumerable.Range(i, Math.Min(size, count - i)).Select(r => t + r * rowStep)]);
                });
                b.Advance(s, size * sourceStep);
                b.Advance(t, size);
            });
            for (int c = 0; c < columns - squares * size; c++)
                for (int i = 0; i < count; i++) b.CopyElement(t + (i * rowStep + c), s + (i + c * sourceStep));
        }
    }

    // A few planes become the neighboring elements of one: the image of a camera before its first convolution. Gives how many rows are done.
    private static int Interleaved(RoutineBuilder b, int rows, int columns, int sourceStep, Ptr from, Ptr to)
    {
        int lanes = b.Lanes(from.Type), vectors = rows / lanes, unroll = Math.Min(InterleavedAtOnce, vectors);
        if (vectors == 0) return 0;
        Ptr[] planes = [.. Enumerable.Range(0, columns).Select(c => b.Let("plane", from + c * sourceStep))];
        var target = b.Let("pixels", to);
        Step(vectors / unroll, unroll);
        Step(1, vectors % unroll);
        return vectors * lanes;

        void Step(int times, int count) => b.Repeat("vectors", count == 0 ? 0 : times, () =>
        {
            b.Scheduled(columns * InterleavedAtOnce, splitLoads: false, () =>
            {
                for (int u = 0; u < count; u++) b.StoreInterleaved(target + u * lanes * columns, [.. planes.Select(p => b.Load(p + u * lanes, "x"))]);
            });
            foreach (var plane in planes) b.Advance(plane, count * lanes);
            b.Advance(target, count * lanes * columns);
        });
    }

    // At most 64 equal pieces, of a multiple of some rows where that can be.
    private static int Pieces(int count, int multiple = 1)
    {
        int many = Enumerable.Range(1, 64).LastOrDefault(n => count % (n * multiple) == 0);
        return many > 0 ? many : Enumerable.Range(1, 64).Last(n => count % n == 0 && (n == 1 || count / n >= FewestRows));
    }
}
