using CompileModel.IR.Operators;

namespace CompileModel.IR;

/// <summary>Parts of tensors along an axis, and tensors put side by side along a new one.</summary>
internal static class Slices
{
    /// <summary>Elements <paramref name="start"/> to <paramref name="start"/> + <paramref name="size"/> - 1 along an axis.</summary>
    public static Value Part(IBundleScope scope, Value x, int axis, int start, int size)
    {
        int[] starts = new int[x.Shape.Rank], sizes = x.Shape.ToArray();
        (starts[axis], sizes[axis]) = (size == 0 ? 0 : start, size);
        return scope.Add(new SliceStatic([.. starts], Ints.Repeat(1, starts.Length), [.. sizes]), x);
    }

    /// <summary>Element <paramref name="index"/> along an axis, without the axis.</summary>
    public static Value At(IBundleScope scope, Value x, int axis, int index) => scope.Add(new ReshapeTo([.. Without(x.Shape, axis)]), Part(scope, x, axis, index, 1));

    /// <summary>Tensors of one shape side by side along a new axis.</summary>
    public static Value Stack(IBundleScope scope, IReadOnlyList<Value> parts, int axis)
    {
        Value[] lifted = [.. parts.Select(p => scope.Add(new ReshapeTo([.. With(p.Shape, axis, 1)]), p))];
        return lifted.Length == 1 ? lifted[0] : scope.Add(new Concat(axis), lifted);
    }

    /// <summary>The dimensions without one.</summary>
    public static int[] Without(Shape shape, int axis) => [.. shape.ToArray().Where((_, i) => i != axis)];

    /// <summary>The dimensions with one more at <paramref name="axis"/>.</summary>
    public static int[] With(Shape shape, int axis, int extent) => [.. shape.ToArray().Take(axis), extent, .. shape.ToArray().Skip(axis)];
}
