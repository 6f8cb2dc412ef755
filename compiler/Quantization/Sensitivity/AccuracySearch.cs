using System.Collections.Immutable;

namespace CompileModel.Quantization.Sensitivity;

/// <summary>
/// Puts products back to float32 in some order, until a bound holds: as few of them as doubling their number and a bisection find, which takes for granted that more float products are no worse.
/// </summary>
public static class AccuracySearch
{
    /// <summary>Searches.</summary>
    /// <param name="products">The products that are quantised now.</param>
    /// <param name="order">The same, in the order in which they go back; read as far as needed.</param>
    /// <param name="holds">Whether the bound holds where the named products are float32 besides those that are already.</param>
    /// <returns>The products to be put back; null when the bound does not hold even if all are.</returns>
    public static ImmutableSortedSet<string>? Run(IReadOnlyCollection<string> products, IEnumerable<string> order, Func<IReadOnlySet<string>, bool> holds)
    {
        using var next = order.GetEnumerator();
        var read = new List<string>();
        ImmutableSortedSet<string> First(int count)
        {
            while (read.Count < count && next.MoveNext()) read.Add(next.Current);
            return read.Take(count).ToImmutableSortedSet(StringComparer.Ordinal);
        }
        if (holds(First(0))) return First(0);
        if (!holds(products.ToImmutableSortedSet(StringComparer.Ordinal))) return null;
        // The bound holds with `enough` and not with `few`.
        int few = 0, enough = 1;
        while (enough < products.Count && !holds(First(enough))) (few, enough) = (enough, Math.Min(2 * enough, products.Count));
        while (enough - few > 1)
        {
            int middle = (few + enough) / 2;
            if (holds(First(middle))) enough = middle;
            else few = middle;
        }
        return First(enough);
    }
}
