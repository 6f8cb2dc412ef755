using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Counts through the indexes of a shape, last axis fastest: <c>for (var i = new NdIndex(shape); i.Valid; i.Next())</c>.</summary>
public sealed class NdIndex
{
    private readonly int[] dims;

    /// <summary>Starts at the first index.</summary>
    public NdIndex(Shape shape) : this(shape.ToArray()) { }

    /// <summary>Starts at the first index.</summary>
    public NdIndex(int[] dims)
    {
        this.dims = dims;
        At = new int[dims.Length];
        Valid = Array.TrueForAll(dims, d => d > 0);
    }

    /// <summary>The current index; the same array all the time.</summary>
    public int[] At { get; }

    /// <summary>Row-major number of the current index.</summary>
    public int Flat { get; private set; }

    /// <summary>Whether the current index is inside of the shape.</summary>
    public bool Valid { get; private set; }

    /// <summary>Goes to the next index.</summary>
    public void Next()
    {
        Flat++;
        for (int axis = dims.Length - 1; axis >= 0; axis--)
        {
            if (++At[axis] < dims[axis]) return;
            At[axis] = 0;
        }
        Valid = false;
    }

    /// <summary>Sum of index times stride over the axes.</summary>
    public long Dot(ReadOnlySpan<long> strides)
    {
        long sum = 0;
        for (int i = 0; i < strides.Length; i++) sum += At[i] * strides[i];
        return sum;
    }
}
