using CompileModel.IR.Operators;

namespace CompileModel.IR;

/// <summary>Formulas that quantised operators have in common; real = (quantised - zero point) * scale. Computed in float32, which holds integers of up to 16 bits exactly.</summary>
public static class Quantization
{
    /// <summary>No zero point moves what is beyond this back into the range of 16 bits, and float32 holds every integer below it.</summary>
    private const float Unbounded = 1 << 22;

    /// <summary>A scale or zero point so that it broadcasts over x: one for all, one for each index of an axis, or one for each block of indexes of an axis.</summary>
    /// <param name="f">Takes the nodes.</param>
    /// <param name="parameter">The scale or zero point.</param>
    /// <param name="x">Shape of what it belongs to.</param>
    /// <param name="axis">The axis; negative counts from the end.</param>
    /// <param name="block">Indexes in a block; 0 for none.</param>
    public static Value Along(Formula f, Value parameter, Shape x, int axis, int block = 0)
    {
        if (block == 0 && parameter.Shape.Count == 1) return parameter.Shape.Rank == 0 ? parameter : f.Reshape(parameter);
        axis = InferenceContext.Axis(axis, x.Rank);
        int[] dims = x.ToArray(), own = parameter.Shape.ToArray();
        if (block == 0)
        {
            InferenceContext.Check(own.Length == 1 && own[0] == dims[axis], $"a parameter {parameter.Shape} does not fit axis {axis} of {x}");
            return f.Reshape(parameter, dims.Select((_, i) => i == axis ? own[0] : 1));
        }
        bool fits = own.Length == dims.Length && Enumerable.Range(0, own.Length).All(i => own[i] == (i == axis ? (dims[i] + block - 1) / block : dims[i]));
        InferenceContext.Check(fits, $"a parameter {parameter.Shape} does not fit blocks of {block} along axis {axis} of {x}");
        int[] single = [.. own[..(axis + 1)], 1, .. own[(axis + 1)..]], repeated = [.. single], joined = [.. own];
        repeated[axis + 1] = block;
        joined[axis] *= block;
        var spread = f.Reshape(f.Add(new BroadcastTo([.. repeated]), f.Reshape(parameter, single)), joined);
        return joined[axis] == dims[axis] ? spread : f.Slice(spread, axis, 0, dims[axis]);
    }

    /// <summary>x minus its zero point as float32; the zero point broadcasts or is left out.</summary>
    public static Value Centered(Formula f, Value x, Value? zero)
    {
        if (zero is null) return f.Cast(x, ElementType.Float32);
        InferenceContext.CheckType(x.Element == zero.Element, $"the zero point must be {x.Element.ShortName()} as the data, got {zero.Element.ShortName()}");
        if (x.Element == ElementType.Int32) return f.Cast(f.Add(new Sub(), x, zero), ElementType.Float32);
        return f.Add(new Sub(), f.Cast(x, ElementType.Float32), f.Cast(zero, ElementType.Float32));
    }

    /// <summary>The real numbers, float32, of quantised ones; scale and zero point broadcast.</summary>
    public static Value Real(Formula f, Value x, Value scale, Value? zero)
    {
        double? shift = zero is null ? 0 : zero.Element == x.Element ? f.Uniform(zero) : null;
        bool isDirect = shift is not null && (x.Element.IsInteger() || x.Element.IsNarrowInteger()) && (x.Element.Size() <= 2 || (x.Element == ElementType.Int32 && shift == 0));
        return isDirect ? f.Add(new Dequantize((float)shift!.Value), x, f.Cast(scale, ElementType.Float32)) : f.Mul(Centered(f, x, zero), f.Cast(scale, ElementType.Float32));
    }

    /// <summary>x / scale (or x * scale) rounded half to even, plus the zero point, as an integer type, which saturates; scale and zero point broadcast.</summary>
    public static Value Rounded(Formula f, Value x, Value scale, Value? zero, ElementType to, bool isFactor = false)
    {
        InferenceContext.CheckType(to.IsNarrowInteger() || (to.IsInteger() && to.Size() <= 2), $"values cannot be quantised to {to.ShortName()}");
        InferenceContext.CheckType(zero is null || zero.Element == to, $"the zero point must be {to.ShortName()} as the result, got {zero?.Element.ShortName()}");
        var (low, high) = to.Range();
        var (real, step) = (f.Cast(x, ElementType.Float32), f.Cast(scale, ElementType.Float32));
        if ((zero is null ? 0 : f.Uniform(zero)) is { } shift) return f.Cast(f.Add(new QuantizeToGrid((float)low, (float)high, isFactor, (float)shift), real, step), to);
        var rounded = f.Add(new QuantizeToGrid(-Unbounded, Unbounded, isFactor), real, step);
        return f.Cast(f.Add(new Clamp((float)low, (float)high), f.Sum(rounded, f.Cast(zero!, ElementType.Float32))), to);
    }
}
