using System.Collections;
using System.Runtime.CompilerServices;
using CompileModel.Diagnostics;

namespace CompileModel.IR;

/// <summary>The dimensions of a tensor, outermost first. Value-equal and immutable.</summary>
[CollectionBuilder(typeof(Shape), nameof(Create))]
public sealed class Shape(params Dim[] dims) : IEquatable<Shape>, IEnumerable<Dim>
{
    private readonly Dim[] dims = dims;

    /// <summary>The shape of a scalar.</summary>
    public static Shape Scalar { get; } = new();

    /// <summary>Number of dimensions.</summary>
    public int Rank => dims.Length;

    /// <summary>Whether every dimension is a number.</summary>
    public bool IsStatic => Array.TrueForAll(dims, d => d.IsFixed);

    /// <summary>All dimensions, symbols included.</summary>
    public ReadOnlySpan<Dim> Dims => dims;

    /// <summary>Number of elements; 1 for a scalar.</summary>
    public long Count
    {
        get
        {
            long count = 1;
            for (int i = 0; i < dims.Length; i++) count = checked(count * this[i]);
            return count;
        }
    }

    /// <summary>A fixed dimension; negative indexes count from the end with <see cref="Index"/> syntax (<c>shape[^1]</c>).</summary>
    /// <exception cref="InternalCompilerException">The dimension is a symbol.</exception>
    public int this[Index index] => this[index.GetOffset(dims.Length)];

    /// <summary>A fixed dimension.</summary>
    public int this[int index] => dims[index] is { IsFixed: true } d
        ? checked((int)d.Value)
        : throw new InternalCompilerException($"dimension {index} of {this} has no value");

    /// <summary>A shape of fixed dimensions.</summary>
    public static Shape Of(IEnumerable<int> dims) => new([.. dims.Select(d => (Dim)d)]);

    /// <summary>A shape of fixed dimensions.</summary>
    public static Shape Of(params ReadOnlySpan<int> dims)
    {
        var result = new Dim[dims.Length];
        for (int i = 0; i < dims.Length; i++) result[i] = dims[i];
        return new(result);
    }

    /// <summary>Collection expression support.</summary>
    public static Shape Create(ReadOnlySpan<Dim> dims) => new(dims.ToArray());

    /// <summary>The dimensions as numbers.</summary>
    public int[] ToArray()
    {
        var result = new int[dims.Length];
        for (int i = 0; i < result.Length; i++) result[i] = this[i];
        return result;
    }

    /// <summary>Row-major strides in elements.</summary>
    public long[] Strides()
    {
        var strides = new long[dims.Length];
        long step = 1;
        for (int i = dims.Length - 1; i >= 0; i--)
        {
            strides[i] = step;
            step *= this[i];
        }
        return strides;
    }

    /// <summary>The numpy broadcast of two static shapes, or null when they do not fit.</summary>
    public static Shape? Broadcast(Shape a, Shape b)
    {
        var result = new Dim[Math.Max(a.Rank, b.Rank)];
        for (int i = 1; i <= result.Length; i++)
        {
            int da = i <= a.Rank ? a[^i] : 1, db = i <= b.Rank ? b[^i] : 1;
            if (da != db && da != 1 && db != 1) return null;
            result[^i] = da == 1 ? db : da;
        }
        return new(result);
    }

    /// <inheritdoc/>
    public bool Equals(Shape? other) => other is not null && dims.AsSpan().SequenceEqual(other.dims);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Shape);

    /// <inheritdoc/>
    public override int GetHashCode() => dims.Aggregate(17, HashCode.Combine);

    /// <summary>For instance <c>[1,3,N]</c>.</summary>
    public override string ToString() => "[" + string.Join(',', dims) + "]";

    IEnumerator<Dim> IEnumerable<Dim>.GetEnumerator() => ((IEnumerable<Dim>)dims).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => dims.GetEnumerator();
}
