using System.Collections;
using System.Runtime.CompilerServices;

namespace CompileModel.IR;

/// <summary>An immutable, value-equal list of expression steps.</summary>
[CollectionBuilder(typeof(Steps), nameof(Create))]
public readonly struct Steps(params Step[] items) : IReadOnlyList<Step>, IEquatable<Steps>
{
    private readonly Step[]? items = items;

    private Step[] Items => items ?? [];

    /// <inheritdoc/>
    public int Count => Items.Length;

    /// <inheritdoc/>
    public Step this[int index] => Items[index];

    /// <summary>Collection expression support.</summary>
    public static Steps Create(ReadOnlySpan<Step> items) => new(items.ToArray());

    /// <inheritdoc/>
    public bool Equals(Steps other) => Items.AsSpan().SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Steps other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Aggregate(17, HashCode.Combine);

    /// <inheritdoc/>
    public IEnumerator<Step> GetEnumerator() => ((IEnumerable<Step>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
