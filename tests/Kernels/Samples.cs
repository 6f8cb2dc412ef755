using CompileModel.IR;

namespace CompileModel.Tests.Kernels;

/// <summary>Seeded tensors for kernel tests.</summary>
internal static class Samples
{
    /// <summary>Floats spread over a range.</summary>
    public static Tensor Floats(int seed, double low, double high, params int[] dims)
    {
        var random = new Random(seed);
        var tensor = Tensor.Zeros(ElementType.Float32, Shape.Of(dims));
        foreach (ref float x in tensor.Fill<float>()) x = (float)(low + random.NextDouble() * (high - low));
        return tensor;
    }

    /// <summary>Small numbers of any type; for unsigned types not negative.</summary>
    public static Tensor Numbers(ElementType type, int seed, params int[] dims)
    {
        var random = new Random(seed);
        var shape = Shape.Of(dims);
        int low = type is ElementType.UInt8 or ElementType.UInt16 or ElementType.UInt32 or ElementType.UInt64 ? 1 : -20;
        int[] values = [.. Enumerable.Range(0, (int)shape.Count).Select(_ => random.Next(low, 21)).Select(v => v == 0 ? 3 : v)];
        return type switch
        {
            ElementType.Float32 => Tensor.From<float>(type, shape, [.. values.Select(v => v / 4f)]),
            ElementType.Float64 => Tensor.From<double>(type, shape, [.. values.Select(v => v / 4.0)]),
            ElementType.Float16 => Tensor.From<Half>(type, shape, [.. values.Select(v => (Half)(v / 4f))]),
            ElementType.BFloat16 => Tensor.From<ushort>(type, shape, [.. values.Select(v => (ushort)(BitConverter.SingleToUInt32Bits(v / 4f) >> 16))]),
            ElementType.Int8 => Tensor.From<sbyte>(type, shape, [.. values.Select(v => (sbyte)v)]),
            ElementType.UInt8 => Tensor.From<byte>(type, shape, [.. values.Select(v => (byte)v)]),
            ElementType.Bool => Tensor.From<byte>(type, shape, [.. values.Select(v => (byte)(v > 0 ? 1 : 0))]),
            ElementType.Int16 => Tensor.From<short>(type, shape, [.. values.Select(v => (short)v)]),
            ElementType.UInt16 => Tensor.From<ushort>(type, shape, [.. values.Select(v => (ushort)v)]),
            ElementType.Int32 => Tensor.From<int>(type, shape, values),
            ElementType.UInt32 => Tensor.From<uint>(type, shape, [.. values.Select(v => (uint)v)]),
            ElementType.Int64 => Tensor.From<long>(type, shape, [.. values.Select(v => (long)v)]),
            _ => Tensor.From<ulong>(type, shape, [.. values.Select(v => (ulong)v)]),
        };
    }
}
