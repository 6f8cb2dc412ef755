using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: Hardmax; OneHot with a constant depth; Trilu with a constant diagonal and matrices of up to 2^20 elements.</para>
/// <para>Becomes: comparisons with a constant ramp, and Where.</para>
/// <para>Why: elementwise operators fuse and need no kernels of their own.</para>
/// <para>Where: after constants are folded.</para>
/// </summary>
public sealed class DecomposeMasks : RewritePass<Operator>
{
    private const int LargestMask = 1 << 20;

    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, Operator op) => op switch
    {
        Hardmax h => Highest(at, h.Axis < 0 ? h.Axis + at.Output.Shape.Rank : h.Axis),
        OneHot o when at.Graph.Constant(at[1]) is not null => Hot(at, o.Axis < 0 ? o.Axis + at.Output.Shape.Rank : o.Axis),
        Trilu t => Triangle(at, t),
        _ => null,
    };

    private static Value Highest(Match at, int axis)
    {
        var best = at.Add(new ArgMax(axis, true, false), at[0]);
        return at.Add(new Cast(at.Output.Element), at.Add(new Equal(), best, Ramp(at, at.Output.Shape, axis)));
    }

    /// <summary>Negative indexes count from the end; those outside of the depth match nothing.</summary>
    private static Value Hot(Match at, int axis)
    {
        var x = at[0].Element == ElementType.Int64 ? at[0] : at.Add(new Cast(ElementType.Int64), at[0]);
        var shape = at.Output.Shape;
        var depth = at.Constant(Tensor.From<long>(ElementType.Int64, Shape.Scalar, [shape[axis]]));
        var zero = at.Constant(Tensor.From<long>(ElementType.Int64, Shape.Scalar, [0]));
        var index = at.Add(new Where(), at.Add(new Less(), x, zero), at.Add(new Add(), x, depth), x);
        int[] dims = shape.ToArray();
        dims[axis] = 1;
        var hit = at.Add(new Equal(), at.Reshape(index, dims), Ramp(at, shape, axis));
        Value Choice(int i) => at.Reshape(at.Add(new SliceStatic([i], [1], [1]), at[2]), Ones(shape.Rank));
        return at.Add(new Where(), hit, Choice(1), Choice(0));
    }

    private static Value? Triangle(Match at, Trilu op)
    {
        var x = at[0].Shape;
        int rows = x[^2], columns = x[^1];
        if ((long)rows * columns > LargestMask) return null;
        long k = 0;
        if (at.Node.OptionalInput(1) is { } diagonal)
        {
            if (at.Graph.Constant(diagonal) is not { } data) return null;
            k = data.AsLong(0);
        }
        var mask = Tensor.Zeros(ElementType.Bool, Shape.Of(rows, columns));
        var keep = mask.Fill<byte>();
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++) keep[(i * columns) + j] = (op.Upper ? j - i >= k : j - i <= k) ? (byte)1 : (byte)0;
        return at.Add(new Where(), at.Constant(mask), at[0], at.Constant(Tensor.Zeros(at.Output.Element, Shape.Scalar)));
    }

    /// <summary>0, 1, 2, ... along an axis, extent 1 on the others.</summary>
    private static Value Ramp(Match at, Shape shape, int axis)
    {
        int[] dims = Ones(shape.Rank);
        dims[axis] = shape[axis];
        return at.Constant(Tensors.Make(ElementType.Int64, Shape.Of(dims), i => i));
    }

    private static int[] Ones(int rank) => [.. Enumerable.Repeat(1, rank)];
}
