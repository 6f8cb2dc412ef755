using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>One slice of a tensor across an axis.</summary>
internal static class TensorSlices
{
    /// <summary>Element <paramref name="index"/> along an axis, without the axis.</summary>
    public static Tensor At(Tensor x, int axis, long index)
    {
        var slice = Tensor.Zeros(x.Element, new([.. x.Shape.Where((_, i) => i != axis)]));
        var (outer, inner) = Parts(x, axis);
        for (int o = 0; o < outer; o++) x.Bytes.Slice(Offset(x, axis, o, index, inner), inner).CopyTo(slice.Fill<byte>()[(o * inner)..]);
        return slice;
    }

    /// <summary>Writes element <paramref name="index"/> along an axis of a tensor that was just created.</summary>
    public static void Set(Tensor x, int axis, long index, Tensor slice)
    {
        var (outer, inner) = Parts(x, axis);
        for (int o = 0; o < outer; o++) slice.Bytes.Slice(o * inner, inner).CopyTo(x.Fill<byte>()[Offset(x, axis, o, index, inner)..]);
    }

    /// <summary>How many runs a slice has, and the bytes of each.</summary>
    private static (int Outer, int Inner) Parts(Tensor x, int axis)
    {
        int[] dims = x.Shape.ToArray();
        return (dims.Take(axis).Aggregate(1, (a, b) => a * b), dims.Skip(axis + 1).Aggregate(x.Element.Size(), (a, b) => a * b));
    }

    private static int Offset(Tensor x, int axis, int outer, long index, int inner) => checked((int)((outer * x.Shape[axis] + index) * inner));
}
