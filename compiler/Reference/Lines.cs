using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>The lines of a tensor along one axis, as row-major element numbers.</summary>
public static class Lines
{
    /// <summary>Every line, in the row-major order of the other axes.</summary>
    public static IEnumerable<int[]> Along(Shape shape, int axis)
    {
        axis = InferenceContext.Axis(axis, shape.Rank);
        int[] dims = shape.ToArray();
        int extent = dims[axis];
        long[] strides = shape.Strides();
        dims[axis] = extent > 0 ? 1 : 0;
        for (var i = new NdIndex(dims); i.Valid; i.Next())
        {
            long start = i.Dot(strides);
            int[] line = new int[extent];
            for (int k = 0; k < extent; k++) line[k] = (int)(start + k * strides[axis]);
            yield return line;
        }
    }
}
