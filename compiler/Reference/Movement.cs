using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Tensors made of elements of other tensors, whatever their type.</summary>
public static class Movement
{
    /// <summary>A tensor whose element at an index is element <paramref name="from"/>(index) of the source (row-major), or zero bytes when that is negative.</summary>
    public static Tensor Select(Tensor source, TensorType type, Func<NdIndex, long> from)
    {
        int size = type.Element.Size();
        var result = Tensor.Zeros(type.Element, type.Shape);
        var read = source.Bytes;
        var write = result.Fill<byte>();
        for (var i = new NdIndex(type.Shape); i.Valid; i.Next())
        {
            long k = from(i);
            if (k >= 0) read.Slice(checked((int)(k * size)), size).CopyTo(write[(i.Flat * size)..]);
        }
        return result;
    }

    /// <summary>A tensor with its axes permuted: axis i of the result is axis perm[i] of the source.</summary>
    public static Tensor Transpose(Tensor source, params ReadOnlySpan<int> perm)
    {
        long[] own = source.Shape.Strides(), strides = new long[perm.Length];
        int[] dims = new int[perm.Length];
        for (int i = 0; i < perm.Length; i++) (strides[i], dims[i]) = (own[perm[i]], source.Shape[perm[i]]);
        return Select(source, new(source.Element, Shape.Of(dims)), i => i.Dot(strides));
    }

    /// <summary>A modifiable copy.</summary>
    public static Tensor Copy(Tensor source) => new(source.Type, source.Bytes.ToArray());
}
