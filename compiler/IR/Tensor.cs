using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CompileModel.IR;

/// <summary>Constant data: dense, row-major, little-endian. Value-equal by type and bytes.</summary>
public sealed class Tensor : IEquatable<Tensor>
{
    private readonly byte[] data;
    private int? hash;

    /// <summary>Wraps bytes without copying; the caller gives up ownership.</summary>
    /// <exception cref="ArgumentException">The number of bytes does not fit the type.</exception>
    public Tensor(TensorType type, byte[] data)
    {
        if (data.Length != type.Bytes) throw new ArgumentException($"{type} needs {type.Bytes} bytes, got {data.Length}");
        (Type, this.data) = (type, data);
    }

    /// <summary>Element type and shape.</summary>
    public TensorType Type { get; }

    /// <summary>Element type.</summary>
    public ElementType Element => Type.Element;

    /// <summary>Shape, always static.</summary>
    public Shape Shape => Type.Shape;

    /// <summary>Number of elements.</summary>
    public int Count => checked((int)Shape.Count);

    /// <summary>The raw bytes.</summary>
    public ReadOnlySpan<byte> Bytes => data;

    /// <summary>The elements, when <typeparamref name="T"/> is the C# type of the element type.</summary>
    public ReadOnlySpan<T> Span<T>() where T : unmanaged => MemoryMarshal.Cast<byte, T>(data);

    /// <summary>The elements for filling a tensor that was just created; never on one that is part of a graph.</summary>
    public Span<T> Fill<T>() where T : unmanaged => MemoryMarshal.Cast<byte, T>(data.AsSpan());

    /// <summary>A zeroed tensor.</summary>
    public static Tensor Zeros(ElementType element, Shape shape) => new(new(element, shape), new byte[shape.Count * element.Size()]);

    /// <summary>A tensor of floats.</summary>
    public static Tensor Of(Shape shape, params ReadOnlySpan<float> values) => From<float>(ElementType.Float32, shape, values);

    /// <summary>A one-dimensional tensor of 64-bit integers, as ONNX uses for shapes and axes.</summary>
    public static Tensor OfInts(params ReadOnlySpan<long> values) => From(ElementType.Int64, Shape.Of(values.Length), values);

    /// <summary>A tensor with a copy of <paramref name="values"/>.</summary>
    public static Tensor From<T>(ElementType element, Shape shape, ReadOnlySpan<T> values) where T : unmanaged =>
        new(new(element, shape), MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>The same data under another shape of as many elements.</summary>
    public Tensor Reshape(Shape shape) => new(new(Element, shape), data);

    /// <summary>The same bytes as another element type of as many bytes.</summary>
    public Tensor As(ElementType element) => new(new(element, Shape), data);

    /// <summary>Element <paramref name="index"/> (row-major) as a double; exact for all types but large 64-bit integers.</summary>
    public double AsDouble(int index) => Element switch
    {
        ElementType.Float32 => Span<float>()[index],
        ElementType.Float64 => Span<double>()[index],
        ElementType.Float16 => (double)Span<Half>()[index],
        ElementType.BFloat16 => BitConverter.Int32BitsToSingle(Span<ushort>()[index] << 16),
        ElementType.UInt64 => Span<ulong>()[index],
        _ when Element.IsNarrowFloat() => NarrowFloat.Decode(Element, data[index]),
        _ => AsLong(index),
    };

    /// <summary>Element <paramref name="index"/> (row-major) as a 64-bit integer; floats are truncated.</summary>
    public long AsLong(int index) => Element switch
    {
        ElementType.Int8 or ElementType.Int4 or ElementType.Int2 => Span<sbyte>()[index],
        ElementType.UInt8 or ElementType.Bool or ElementType.UInt4 or ElementType.UInt2 => Span<byte>()[index],
        ElementType.Int16 => Span<short>()[index],
        ElementType.UInt16 => Span<ushort>()[index],
        ElementType.Int32 => Span<int>()[index],
        ElementType.UInt32 => Span<uint>()[index],
        ElementType.Int64 => Span<long>()[index],
        ElementType.UInt64 => (long)Span<ulong>()[index],
        _ => (long)AsDouble(index),
    };

    /// <summary>All elements as 64-bit integers.</summary>
    public long[] ToLongs()
    {
        var result = new long[Count];
        for (int i = 0; i < result.Length; i++) result[i] = AsLong(i);
        return result;
    }

    /// <inheritdoc/>
    public bool Equals(Tensor? other) => ReferenceEquals(this, other) || (other is not null && Type == other.Type && data.AsSpan().SequenceEqual(other.data));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Tensor);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (hash is { } known) return known;
        var code = new HashCode();
        code.Add(Type);
        code.AddBytes(data);
        hash = code.ToHashCode();
        return hash.Value;
    }

    /// <inheritdoc/>
    public override string ToString() => $"tensor {Type}";
}
