using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Loops;

/// <summary>Loops over contiguous elements: whole vectors, unrolled, and an exact tail.</summary>
public static class VectorLoops
{
    /// <summary>
    /// Calls <paramref name="body"/> for the elements 0..<paramref name="count"/>-1 in vectors: with the index of the first element and how many of them count
    /// (all lanes but in the last call).
    /// </summary>
    public static void Over(RoutineBuilder b, int count, int lanes, int unroll, Action<Int, int> body)
    {
        int step = lanes * unroll, whole = count / step * step;
        b.For("i", 0, whole, step, i =>
        {
            for (int u = 0; u < unroll; u++) body(i + u * lanes, lanes);
        });
        for (int i = whole; i < count; i += lanes)
        {
            int first = i;
            b.Scope(() => body(first, Math.Min(lanes, count - first)));
        }
    }

    /// <summary>Nested loops over all <paramref name="dims"/>; the body gets the operands' pointers, moved by their strides.</summary>
    public static void Nest(RoutineBuilder b, IReadOnlyList<int> dims, IReadOnlyList<Ptr> operands, IReadOnlyList<IReadOnlyList<int>> strides, Action<IReadOnlyList<Ptr>> body) =>
        Nest(b, dims, 0, operands, strides, body);

    private static void Nest(RoutineBuilder b, IReadOnlyList<int> dims, int depth, IReadOnlyList<Ptr> operands, IReadOnlyList<IReadOnlyList<int>> strides, Action<IReadOnlyList<Ptr>> body)
    {
        if (depth == dims.Count)
        {
            body(operands);
            return;
        }
        b.For("ijklmnopq"[Math.Min(depth, 8)].ToString(), 0, dims[depth], i =>
            Nest(b, dims, depth + 1, At(b, operands, strides, depth, i), strides, body));
    }

    /// <summary>The operands' pointers at index <paramref name="i"/> of one loop, as locals where they move.</summary>
    public static IReadOnlyList<Ptr> At(RoutineBuilder b, IReadOnlyList<Ptr> operands, IReadOnlyList<IReadOnlyList<int>> strides, int depth, Int i) =>
        [.. operands.Select((p, o) => i.Constant is not null || strides[o][depth] == 0 ? p + i * strides[o][depth] : b.Let(p.Name + "_", p + i * strides[o][depth]))];
}
