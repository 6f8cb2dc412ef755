using System.Collections;
using System.Runtime.CompilerServices;

namespace CompileModel.IR;

/// <summary>An immutable, value-equal list of integers: strides, pads, axes, permutations.</summary>
[CollectionBuilder(typeof(Ints), nameof(Create))]
public readonly struct Ints(params int[] values) : IReadOnlyList<int>, IEquatable<Ints>
{
    private readonly int[]? values = values;

    private int[] Values => values ?? [];

    /// <inheritdoc/>
    public int Count => Values.Length;

    /// <inheritdoc/>
    public int this[int index] => Values[index];

    /// <summary>The values.</summary>
    public ReadOnlySpan<int> Span => Values;

    /// <summary>Collection expression support.</summary>
    public static Ints Create(ReadOnlySpan<int> values) => new(values.ToArray());

    /// <summary>The same value <paramref name="count"/> times.</summary>
    public static Ints Repeat(int value, int count) => new([.. Enumerable.Repeat(value, count)]);

    /// <summary>0, 1, ... <paramref name="count"/> - 1.</summary>
    public static Ints Range(int count) => new([.. Enumerable.Range(0, count)]);

    /// <inheritdoc/>
    public bool Equals(Ints other) => Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Ints other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Values.Aggregate(17, HashCode.Combine);

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)Values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Value equality.</summary>
    public static bool operator ==(Ints a, Ints b) => a.Equals(b);

    /// <summary>Value inequality.</summary>
    public static bool operator !=(Ints a, Ints b) => !a.Equals(b);

    /// <summary>For instance <c>[2,2]</c>.</summary>
    public override string ToString() => "[" + string.Join(',', Values) + "]";
}
