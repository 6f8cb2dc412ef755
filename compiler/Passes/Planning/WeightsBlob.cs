using CompileModel.IR;

namespace CompileModel.Passes.Planning;

/// <summary>All constants that kernels read, each content once, in the order of their first use.</summary>
/// <param name="Bytes">The blob.</param>
/// <param name="Offsets">Where each constant starts, a multiple of 64.</param>
public sealed record WeightsBlob(byte[] Bytes, IReadOnlyDictionary<Value, long> Offsets)
{
    /// <summary>Packs constants.</summary>
    public static WeightsBlob Pack(IEnumerable<(Value Value, Tensor Data)> constants)
    {
        var known = new Dictionary<ContentKey, long>();
        var offsets = new Dictionary<Value, long>();
        var parts = new List<(long Offset, Tensor Data)>();
        long size = 0;
        foreach (var (value, data) in constants)
        {
            if (offsets.ContainsKey(value)) continue;
            var key = new ContentKey(data);
            if (!known.TryGetValue(key, out long offset))
            {
                known[key] = offset = ArenaAllocator.Align(size);
                parts.Add((offset, data));
                size = offset + data.Bytes.Length;
            }
            offsets[value] = offset;
        }
        var bytes = new byte[size];
        foreach (var (offset, data) in parts) data.Bytes.CopyTo(bytes.AsSpan(checked((int)offset)));
        return new(bytes, offsets);
    }

    /// <summary>Equal when the bytes are, whatever the type.</summary>
    private readonly struct ContentKey(Tensor data) : IEquatable<ContentKey>
    {
        private readonly Tensor data = data;

        public bool Equals(ContentKey other) => data.Bytes.SequenceEqual(other.data.Bytes);

        public override bool Equals(object? obj) => obj is ContentKey other && Equals(other);

        public override int GetHashCode()
        {
            var code = new HashCode();
            code.AddBytes(data.Bytes);
            return code.ToHashCode();
        }
    }
}
