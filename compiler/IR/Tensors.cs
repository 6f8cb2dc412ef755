namespace CompileModel.IR;

/// <summary>Tensors computed from formulas.</summary>
public static class Tensors
{
    /// <summary>A tensor of elements computed from their row-major index.</summary>
    public static Tensor Make(ElementType element, Shape shape, Func<int, double> value)
    {
        var result = Tensor.Zeros(element, shape);
        for (int i = 0; i < result.Count; i++) Set(result, i, value(i));
        return result;
    }

    /// <summary>A tensor whose elements are all <paramref name="value"/>.</summary>
    public static Tensor Fill(ElementType element, Shape shape, double value) => Make(element, shape, _ => value);

    /// <summary>A tensor of the same type with <paramref name="map"/> applied to each element, computed in double.</summary>
    public static Tensor Map(Tensor tensor, Func<double, double> map) => Make(tensor.Element, tensor.Shape, i => map(tensor.AsDouble(i)));

    private static void Set(Tensor tensor, int i, double value)
    {
        switch (tensor.Element)
        {
            case ElementType.Float32: tensor.Fill<float>()[i] = (float)value; break;
            case ElementType.Float64: tensor.Fill<double>()[i] = value; break;
            case ElementType.Float16: tensor.Fill<Half>()[i] = (Half)value; break;
            case ElementType.Int64: tensor.Fill<long>()[i] = (long)value; break;
            case ElementType.Int32: tensor.Fill<int>()[i] = (int)value; break;
            case ElementType.UInt64: tensor.Fill<ulong>()[i] = (ulong)value; break;
            case ElementType.UInt32: tensor.Fill<uint>()[i] = (uint)value; break;
            case ElementType.Int16: tensor.Fill<short>()[i] = (short)value; break;
            case ElementType.UInt16: tensor.Fill<ushort>()[i] = (ushort)value; break;
            case ElementType.Int8 or ElementType.Int4 or ElementType.Int2: tensor.Fill<sbyte>()[i] = (sbyte)value; break;
            case ElementType.UInt8 or ElementType.Bool or ElementType.UInt4 or ElementType.UInt2: tensor.Fill<byte>()[i] = (byte)value; break;
            case ElementType.BFloat16: tensor.Fill<ushort>()[i] = ToBFloat16((float)value); break;
            case var type when type.IsNarrowFloat(): tensor.Fill<byte>()[i] = NarrowFloat.Encode(type, value); break;
            default: throw new Diagnostics.InternalCompilerException($"constants of type {tensor.Element.ShortName()} are not computed here");
        }
    }

    /// <summary>Rounds to nearest, ties to even; the upper half of a float32.</summary>
    private static ushort ToBFloat16(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        return (ushort)(float.IsNaN(value) ? (bits >> 16) | 0x40 : (bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }
}
