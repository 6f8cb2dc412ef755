using CompileModel.IR;

namespace CompileModel.Kernels;

/// <summary>Where the elements of a value lie relative to its first one. A view into a larger buffer has outer strides bigger than dense.</summary>
/// <param name="Type">element type</param>
/// <param name="Dims">extents, outermost first</param>
/// <param name="Strides">in elements, one for each dimension; innermost 1 unless a kernel says that it takes others</param>
public sealed record Layout(ElementType Type, Ints Dims, Ints Strides)
{
    /// <summary>The row-major layout without gaps.</summary>
    public static Layout Dense(ElementType type, Ints dims)
    {
        var strides = new int[dims.Count];
        var step = 1;
        for (var i = dims.Count - 1; i >= 0; i--)
        {
            strides[i] = step;
            step *= dims[i];
        }
        return new Layout(type, dims, new Ints(strides));
    }

    /// <summary>The row-major layout of a tensor type.</summary>
    public static Layout Dense(TensorType type) => Dense(type.Element, new Ints(type.Shape.ToArray()));

    /// <summary>Number of dimensions.</summary>
    public int Rank => Dims.Count;

    /// <summary>Number of elements.</summary>
    public int Count => Dims.Aggregate(1, (a, b) => a * b);

    /// <summary>Whether there are no gaps; strides of dimensions of extent 1 do not matter.</summary>
    public bool IsDense
    {
        get
        {
            var next = 1;
            for (var i = Rank - 1; i >= 0; i--)
            {
                if (Dims[i] != 1 && Strides[i] != next)
                    return false;
                next *= Dims[i];
            }
            return true;
        }
    }

    /// <summary>Whether dimensions from..to-1 step through memory as one dimension would.</summary>
    public bool AreMerged(int from, int to)
    {
        var next = -1;
        for (var i = to - 1; i >= from; i--)
        {
            if (Dims[i] == 1)
                continue;
            if (next >= 0 && Strides[i] != next)
                return false;
            next = Strides[i] * Dims[i];
        }
        return true;
    }

    /// <summary>Elements from the first to one past the last.</summary>
    public int Extent => Count == 0 ? 0 : 1 + Enumerable.Range(0, Rank).Sum(i => (Dims[i] - 1) * Strides[i]);
}
