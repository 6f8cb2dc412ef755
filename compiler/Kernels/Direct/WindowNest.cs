using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Direct;

/// <summary>The loops around a window: over planes, positions of the result and taps.</summary>
internal static class WindowNest
{
    /// <summary>Loops over the planes [N,C] of a result, which are the units; the body gets batch and channel.</summary>
    public static void Planes(RoutineBuilder b, Layout y, Action<Int, Int> body) => b.ForUnits("plane", plane =>
        body(y.Dims[0] == 1 ? 0 : b.Let("image", plane / y.Dims[1]), y.Dims[0] == 1 ? plane : b.Let("channel", plane % y.Dims[1])));

    /// <summary>Loops over the positions of one plane; the body gets the position along each axis and the element there.</summary>
    public static void Positions(RoutineBuilder b, Layout y, Ptr plane, Action<IReadOnlyList<Int>, Ptr> body)
    {
        void Axis(List<Int> place, Ptr at)
        {
            int axis = 2 + place.Count;
            if (axis == y.Rank)
            {
                body(place, at);
                return;
            }
            b.For("o", 0, y.Dims[axis], o => Axis([.. place, o], at + o * y.Strides[axis]));
        }
        Axis([], plane);
    }

    /// <summary>Loops over the taps of a window; the body gets the tap along each axis.</summary>
    public static void Taps(RoutineBuilder b, IReadOnlyList<(Int From, Int To)> ranges, Action<IReadOnlyList<Int>> body)
    {
        void Axis(List<Int> tap)
        {
            if (tap.Count == ranges.Count)
            {
                body(tap);
                return;
            }
            b.For("k", ranges[tap.Count].From, ranges[tap.Count].To, k => Axis([.. tap, k]));
        }
        Axis([]);
    }

    /// <summary>The sum of products of indexes and strides, the first index with stride <paramref name="first"/>.</summary>
    public static Int Offset(IReadOnlyList<Int> indexes, IReadOnlyList<int> strides, int first)
    {
        Int offset = 0;
        for (int i = 0; i < indexes.Count; i++) offset += indexes[i] * strides[first + i];
        return offset;
    }
}
