using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace CompileModel.IR;

/// <summary>An immutable, value-equal list of floats: the scales of a resize.</summary>
[CollectionBuilder(typeof(Floats), nameof(Create))]
public readonly struct Floats(params float[] values) : IReadOnlyList<float>, IEquatable<Floats>
{
    private readonly float[]? values = values;

    private float[] Values => values ?? [];

    /// <inheritdoc/>
    public int Count => Values.Length;

    /// <inheritdoc/>
    public float this[int index] => Values[index];

    /// <summary>Collection expression support.</summary>
    public static Floats Create(ReadOnlySpan<float> values) => new(values.ToArray());

    /// <inheritdoc/>
    public bool Equals(Floats other) => Values.AsSpan().SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Floats other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Values.Aggregate(17, HashCode.Combine);

    /// <inheritdoc/>
    public IEnumerator<float> GetEnumerator() => ((IEnumerable<float>)Values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>For instance <c>[1,0.5]</c>.</summary>
    public override string ToString() => "[" + string.Join(',', Values.Select(v => v.ToString("R", CultureInfo.InvariantCulture))) + "]";
}
