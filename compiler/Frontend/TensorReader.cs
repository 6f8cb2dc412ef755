using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CompileModel.Diagnostics;
using CompileModel.Frontend.Proto;
using CompileModel.IR;
using Google.Protobuf;

namespace CompileModel.Frontend;

/// <summary>Decodes tensors in every encoding: raw bytes, typed fields, external files, and sparse ones to dense.</summary>
public sealed class TensorReader
{
    private readonly ExternalData external;

    internal TensorReader(string folder, IncrementalHash? hash = null) => external = new(folder, hash);

    /// <summary>Reads a file that holds one TensorProto, as test data sets do.</summary>
    /// <exception cref="CompilationException">The file cannot be read or holds no such tensor.</exception>
    public static Tensor ReadFile(string path) => ReadFile(path, DataForm.Tensor).Tensor!;

    /// <summary>Reads a file of a test data set.</summary>
    /// <param name="path">The file.</param>
    /// <param name="form">What it holds; the bytes do not tell.</param>
    /// <exception cref="CompilationException">The file cannot be read or holds something else.</exception>
    public static DataItem ReadFile(string path, DataForm form)
    {
        byte[] bytes = FileBytes.Read(path);
        var reader = new TensorReader(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            return form switch
            {
                DataForm.Sequence => reader.Read(SequenceProto.Parser.ParseFrom(bytes)),
                DataForm.Optional => reader.Read(OptionalProto.Parser.ParseFrom(bytes)),
                _ => DataItem.Of(reader.Read(TensorProto.Parser.ParseFrom(bytes))),
            };
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new CompilationException(DiagnosticCodes.BadTensor, $"not a tensor file: {e.Message.Replace('\n', ' ')}", new Location(Path.GetFileName(path)));
        }
        catch (ImportException e)
        {
            throw new CompilationException(e.Code, e.Message, new Location(Path.GetFileName(path)), e.Hint);
        }
    }

    /// <summary>Decodes one tensor.</summary>
    /// <exception cref="ImportException">Data and type do not fit, or the data are not there.</exception>
    internal Tensor Read(TensorProto proto)
    {
        if (proto.Segment is not null) throw Bad("segmented tensors are not supported");
        var type = new TensorType(ProtoTypes.Element(proto.DataType), Dims(proto.Dims));
        if (type.Element == ElementType.String) throw new ImportException(DiagnosticCodes.UnsupportedTensor, "tensors of strings are not supported");
        long bytes = ((Bytes(type) * Math.Min(type.Element.Bits(), 8)) + 7) / 8;
        if (proto.DataLocation == TensorProto.Types.DataLocation.External) return Make(type, external.Read(proto.ExternalData, bytes));
        return proto.HasRawData ? Make(type, proto.RawData.ToByteArray()) : Make(type, Typed(type, proto));
    }

    private DataItem Read(SequenceProto proto) => new(DataForm.Sequence, null,
        [.. proto.TensorValues.Select(t => DataItem.Of(Read(t))), .. proto.SequenceValues.Select(Read), .. proto.OptionalValues.Select(Read)]);

    private DataItem Read(OptionalProto proto) => new(DataForm.Optional, null, (DataItem[])(
        proto.TensorValue is { } tensor ? [DataItem.Of(Read(tensor))] : proto.SequenceValue is { } sequence ? [Read(sequence)] : proto.OptionalValue is { } optional ? [Read(optional)] : []));

    /// <summary>Decodes a sparse tensor: <c>values[k]</c> stands at the linear index <c>indices[k]</c> or at the coordinates <c>indices[k, ...]</c>.</summary>
    /// <exception cref="ImportException">The parts do not fit.</exception>
    internal Tensor Read(SparseTensorProto proto)
    {
        if (proto.Values is null || proto.Indices is null) throw Bad("a sparse tensor needs values and indices");
        Tensor values = Read(proto.Values), indices = Read(proto.Indices);
        var type = new TensorType(values.Element, Dims(proto.Dims));
        if (Bytes(type) > 1L << 30) throw Bad($"the sparse tensor {type} is too large");
        if (indices.Element != ElementType.Int64) throw Bad("indices of a sparse tensor must be int64");
        bool coordinates = indices.Shape.Rank == 2;
        if (indices.Count != values.Count * (coordinates ? type.Shape.Rank : 1)) throw Bad($"{indices.Type} does not index {values.Type} in {type}");
        var result = Tensor.Zeros(type.Element, type.Shape);
        int size = type.Element.Size();
        long[] strides = type.Shape.Strides();
        for (int k = 0; k < values.Count; k++)
        {
            long at = coordinates ? Enumerable.Range(0, strides.Length).Sum(d => indices.AsLong((k * strides.Length) + d) * strides[d]) : indices.AsLong(k);
            if (at < 0 || at >= result.Count) throw Bad($"index {at} is outside of {type}");
            values.Bytes.Slice(k * size, size).CopyTo(result.Fill<byte>()[((int)at * size)..]);
        }
        return result;
    }

    private static Tensor Make(TensorType type, byte[] data)
    {
        if (type.Element.Bits() < 8) data = Unpack(type, data);
        if (data.Length != Bytes(type)) throw Bad($"{type} needs {Bytes(type)} bytes, the file has {data.Length}");
        if (type.Element == ElementType.Bool)
            foreach (ref byte b in data.AsSpan()) b = b == 0 ? (byte)0 : (byte)1;
        return new Tensor(type, data);
    }

    /// <summary>Values of 4 or 2 bits, the first in the low bits, one a byte; signed ones are extended.</summary>
    private static byte[] Unpack(TensorType type, byte[] packed)
    {
        int bits = type.Element.Bits(), each = 8 / bits, count = (int)Bytes(type);
        if (packed.Length != (count + each - 1) / each) throw Bad($"{type} needs {(count + each - 1) / each} bytes, the file has {packed.Length}");
        bool isSigned = type.Element is ElementType.Int4 or ElementType.Int2;
        byte[] result = new byte[count];
        for (int i = 0; i < count; i++)
        {
            int code = (packed[i / each] >> (i % each * bits)) & ((1 << bits) - 1);
            result[i] = (byte)(isSigned && code >> (bits - 1) != 0 ? code - (1 << bits) : code);
        }
        return result;
    }

    private static Shape Dims(IEnumerable<long> dims)
    {
        var result = new Shape([.. dims.Select(d => (Dim)d)]);
        foreach (var dim in result)
            if (dim.Value is < 0 or > int.MaxValue) throw Bad($"dimension {dim.Value} of {result} is out of range");
        return result;
    }

    private static long Bytes(TensorType type)
    {
        long bytes;
        try
        {
            bytes = checked(type.Shape.Count * type.Element.Size());
        }
        catch (OverflowException)
        {
            bytes = long.MaxValue;
        }
        return bytes <= int.MaxValue - 64 ? bytes : throw Bad($"{type} is larger than 2 GB");
    }

    private static byte[] Typed(TensorType type, TensorProto proto) => type.Element switch
    {
        ElementType.Float32 => Cast<float>([.. proto.FloatData]),
        ElementType.Float64 => Cast<double>([.. proto.DoubleData]),
        ElementType.Int64 => Cast<long>([.. proto.Int64Data]),
        ElementType.UInt64 => Cast<ulong>([.. proto.Uint64Data]),
        ElementType.UInt32 => Cast<uint>([.. proto.Uint64Data.Select(v => (uint)v)]),
        ElementType.Int32 => Cast<int>([.. proto.Int32Data]),
        _ when type.Element.Size() == 2 => Cast<ushort>([.. proto.Int32Data.Select(v => (ushort)v)]),
        _ => Cast<byte>([.. proto.Int32Data.Select(v => (byte)v)]),
    };

    private static byte[] Cast<T>(T[] values) where T : unmanaged => MemoryMarshal.AsBytes(values.AsSpan()).ToArray();

    private static ImportException Bad(string message) => new(DiagnosticCodes.BadTensor, message);
}
