using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Loops;

/// <summary>Loop nests whose outermost loop is the kernel's units.</summary>
public static class UnitLoops
{
    /// <summary>Units of a loop nest.</summary>
    public static int Count(IterationSpace space) => space.Rank == 0 ? 1 : space.Dims[0];

    /// <summary>All loops, the outermost over units from..to-1; the body gets the operands' pointers, moved by their strides.</summary>
    public static void Nest(RoutineBuilder b, IterationSpace space, IReadOnlyList<Ptr> operands, Action<IReadOnlyList<Ptr>> body)
    {
        if (space.Rank == 0) body(operands);
        else b.ForUnits("u", u => VectorLoops.Nest(b, [.. space.Dims.Skip(1)], VectorLoops.At(b, operands, space.Strides, 0, u), [.. space.Strides.Select(s => s.Skip(1).ToArray())], body));
    }
}
