using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Tensors as arrays of wide numbers and back: floats as double, integers and bools as Int128.</summary>
public static class Numeric
{
    /// <summary>All elements as doubles.</summary>
    public static double[] Doubles(Tensor tensor)
    {
        double[] result = new double[tensor.Count];
        if (tensor.Element == ElementType.Float32)
        {
            var span = tensor.Span<float>();
            for (int i = 0; i < result.Length; i++) result[i] = span[i];
            return result;
        }
        for (int i = 0; i < result.Length; i++) result[i] = tensor.AsDouble(i);
        return result;
    }

    /// <summary>All elements as integers.</summary>
    public static Int128[] Integers(Tensor tensor)
    {
        var result = new Int128[tensor.Count];
        for (int i = 0; i < result.Length; i++) result[i] = tensor.Element == ElementType.UInt64 ? tensor.Span<ulong>()[i] : tensor.AsLong(i);
        return result;
    }

    /// <summary>A tensor from doubles, each rounded to a float type or truncated and wrapped to an integer type; a bool is whether it is not 0.</summary>
    public static Tensor Pack(TensorType type, ReadOnlySpan<double> values)
    {
        if (type.Element.IsNarrowFloat()) return NarrowFloats(type, values);
        if (!type.Element.IsFloat())
        {
            var integers = new Int128[values.Length];
            for (int i = 0; i < integers.Length; i++)
                integers[i] = type.Element == ElementType.Bool ? (values[i] != 0 ? 1 : 0) : double.IsFinite(values[i]) ? (Int128)Math.Truncate(values[i]) : 0;
            return Pack(type, integers);
        }
        var result = Tensor.Zeros(type.Element, type.Shape);
        switch (type.Element)
        {
            case ElementType.Float32: for (int i = 0; i < values.Length; i++) result.Fill<float>()[i] = (float)values[i]; break;
            case ElementType.Float64: values.CopyTo(result.Fill<double>()); break;
            case ElementType.Float16: for (int i = 0; i < values.Length; i++) result.Fill<Half>()[i] = (Half)values[i]; break;
            default: for (int i = 0; i < values.Length; i++) result.Fill<ushort>()[i] = BFloat16Bits((float)values[i]); break;
        }
        return result;
    }

    /// <summary>A tensor from integers, wrapped to the width of an integer type.</summary>
    public static Tensor Pack(TensorType type, ReadOnlySpan<Int128> values)
    {
        if (type.Element.IsFloat() || type.Element.IsNarrowFloat())
        {
            double[] doubles = new double[values.Length];
            for (int i = 0; i < doubles.Length; i++) doubles[i] = (double)values[i];
            return Pack(type, doubles);
        }
        var result = Tensor.Zeros(type.Element, type.Shape);
        for (int i = 0; i < values.Length; i++)
        {
            ulong bits = unchecked((ulong)values[i]);
            switch (type.Element.Size())
            {
                case 1: result.Fill<byte>()[i] = Wrap(type.Element, unchecked((byte)bits)); break;
                case 2: result.Fill<ushort>()[i] = unchecked((ushort)bits); break;
                case 4: result.Fill<uint>()[i] = unchecked((uint)bits); break;
                default: result.Fill<ulong>()[i] = bits; break;
            }
        }
        return result;
    }

    private static Tensor NarrowFloats(TensorType type, ReadOnlySpan<double> values)
    {
        var result = Tensor.Zeros(type.Element, type.Shape);
        for (int i = 0; i < values.Length; i++) result.Fill<byte>()[i] = NarrowFloat.Encode(type.Element, values[i]);
        return result;
    }

    private static byte Wrap(ElementType type, byte bits) => type switch
    {
        ElementType.UInt4 => (byte)(bits & 15),
        ElementType.UInt2 => (byte)(bits & 3),
        ElementType.Int4 => unchecked((byte)((sbyte)(bits << 4) >> 4)),
        ElementType.Int2 => unchecked((byte)((sbyte)(bits << 6) >> 6)),
        _ => bits,
    };

    private static ushort BFloat16Bits(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        if (float.IsNaN(value)) return (ushort)((bits >> 16) | 0x40);
        return (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }
}
