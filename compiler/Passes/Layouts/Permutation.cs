using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Layouts;

/// <summary>Arithmetic of permutations as ONNX Transpose has them: axis i of the result is axis perm[i] of the operand.</summary>
internal static class Permutation
{
    /// <summary>NCHW to NHWC.</summary>
    public static Ints ToChannelsLast { get; } = [0, 2, 3, 1];

    /// <summary>NHWC to NCHW.</summary>
    public static Ints ToChannelsFirst { get; } = [0, 3, 1, 2];

    /// <summary>The permutation that undoes one.</summary>
    public static Ints Inverse(Ints perm)
    {
        var inverse = new int[perm.Count];
        for (int i = 0; i < inverse.Length; i++) inverse[perm[i]] = i;
        return new(inverse);
    }

    /// <summary>Transposing by <paramref name="first"/> and then by <paramref name="second"/>.</summary>
    public static Ints Compose(Ints first, Ints second) => [.. second.Select(i => first[i])];

    /// <summary>Whether nothing moves.</summary>
    public static bool IsIdentity(Ints perm) => perm == Ints.Range(perm.Count);

    /// <summary>Whether no element moves in a tensor of these extents: only axes of extent 1 change their place.</summary>
    public static bool MovesOnlyUnits(Ints perm, Shape operand)
    {
        int last = -1;
        foreach (int axis in perm)
        {
            if (operand[axis] == 1) continue;
            if (axis < last) return false;
            last = axis;
        }
        return true;
    }

    /// <summary>A list with a number for each axis of a transposed tensor, in the order of the axes before the transposition.</summary>
    public static Ints Before(Ints perm, Ints afterward)
    {
        var result = new int[perm.Count];
        for (int i = 0; i < result.Length; i++) result[perm[i]] = afterward[i];
        return new(result);
    }

    /// <summary>As <see cref="Before(Ints, Ints)"/>, for floats.</summary>
    public static Floats Before(Ints perm, Floats afterward)
    {
        var result = new float[perm.Count];
        for (int i = 0; i < result.Length; i++) result[perm[i]] = afterward[i];
        return new(result);
    }

    /// <summary>Transposed data.</summary>
    public static Tensor Apply(Tensor data, Ints perm)
    {
        int size = data.Element.Size();
        var from = data.Shape.Strides();
        var dims = perm.Select(a => data.Shape[a]).ToArray();
        var result = Tensor.Zeros(data.Element, Shape.Of(dims));
        var target = result.Fill<byte>();
        var index = new int[dims.Length];
        long source = 0;
        for (int i = 0; i < result.Count; i++)
        {
            data.Bytes.Slice((int)source * size, size).CopyTo(target[(i * size)..]);
            for (int axis = dims.Length - 1; axis >= 0; axis--)
            {
                source += from[perm[axis]];
                if (++index[axis] < dims[axis]) break;
                source -= from[perm[axis]] * dims[axis];
                index[axis] = 0;
            }
        }
        return result;
    }

    /// <summary>The permutation of the Transpose that produces a value, with its operand; null when something else does.</summary>
    public static (Node Node, Value Source, Ints Perm)? Of(Graph graph, Value? value) =>
        value is not null && graph.Producer(value) is { Operator: Transpose transpose } node ? (node, node.Input(0), transpose.For(value.Shape.Rank)) : null;
}
