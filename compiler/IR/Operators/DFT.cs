namespace CompileModel.IR.Operators;

/// <summary>
/// Discrete Fourier transform along an axis. Operands: x [...,1] (real) or [...,2] (real and imaginary parts), length (optional, constant), axis (optional, constant; else
/// <paramref name="Axis"/>). The result is complex; the inverse of a one-sided spectrum is real. https://onnx.ai/onnx/operators/onnx__DFT.html
/// </summary>
/// <param name="Axis">The axis when no operand gives it.</param>
/// <param name="IsInverse">From a spectrum to a signal, with the factor 1/N.</param>
/// <param name="IsOneSided">Only bins 0 to N/2 of a real signal's spectrum.</param>
public sealed record DFT(int Axis, bool IsInverse, bool IsOneSided) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var x = Required(inputs, 0);
        int rank = x.Shape.Rank, parts = x.Shape[^1];
        long given = Optional(inputs, 2) is { } a ? f.Require(a, "the axis").AsLong(0) : Axis;
        int axis = InferenceContext.Axis(given, rank);
        InferenceContext.CheckType(x.Element.IsFloat(), $"{Name} takes floats, got {x.Type}");
        InferenceContext.Check(rank >= 2 && axis < rank - 1 && parts is 1 or 2, $"{Name} along axis {axis} of {x.Shape}");
        bool isReal = IsInverse && IsOneSided;
        int extent = x.Shape[axis], length = Optional(inputs, 1) is { } l ? checked((int)f.Require(l, "the length").AsLong(0)) : isReal ? 2 * (extent - 1) : extent;
        InferenceContext.Check(length > 0, $"a transform of length {length}");
        int used = isReal ? length / 2 + 1 : length;

        // [rows, part, elements]: the axis last, parts apart.
        int[] others = [.. Enumerable.Range(0, rank - 1).Where(i => i != axis)], dims = [.. others.Select(i => x.Shape[i])];
        int rows = dims.Aggregate(1, (p, q) => p * q);
        var computed = x.Element == ElementType.Float64 ? ElementType.Float64 : ElementType.Float32;
        var lines = f.Reshape(f.Transpose(f.Cast(x, computed), [.. others, rank - 1, axis]), rows, parts, extent);
        lines = f.Resize(lines, [0, 0, 0], [rows, parts, used]);
        Value Part(int i) => f.Reshape(f.Slice(lines, 1, i, i + 1), rows, used);
        Value re = Part(0);
        Value? im = parts == 2 ? Part(1) : null;

        var fourier = new Fourier(f, IsInverse);
        Value result;
        int bins = isReal ? length : IsOneSided ? length / 2 + 1 : length;
        if (isReal)
        {
            result = f.Reshape(fourier.Real(Mirrored(re, 1), Mirrored(im ?? f.Add(new BroadcastTo([rows, used]), f.Scalar(0, re)), -1)), rows, 1, bins);
        }
        else
        {
            var (real, imaginary) = fourier.Transform(re, im, bins);
            result = f.Concat(1, f.Reshape(real, rows, 1, bins), f.Reshape(imaginary, rows, 1, bins));
        }
        if (IsInverse) result = f.Mul(result, f.Scalar(1.0 / length, result));
        // Back: where the axis was, parts last.
        int[] order = new int[rank];
        for (int i = 0; i < others.Length; i++) order[others[i]] = i;
        (order[axis], order[rank - 1]) = (rank - 1, rank - 2);
        return [f.Cast(f.Transpose(f.Reshape(result, [.. dims, isReal ? 1 : 2, bins]), order), x.Element)];

        // Bins above the middle are the conjugates of those below it.
        Value Mirrored(Value half, double sign)
        {
            int more = length - used;
            if (more == 0) return half;
            var back = f.Add(new SliceStatic([0, length % 2 == 0 ? used - 2 : used - 1], [1, -1], [rows, more]), half);
            return f.Concat(1, half, sign == 1 ? back : f.Add(new Neg(), back));
        }
    }
}
