using System.Collections.Immutable;

namespace CompileModel.Quantization.Sensitivity;

/// <summary>
/// Puts products back to float32, the most sensitive first, until a bound holds: as few of them as a bisection finds, which takes for granted that more float products are no worse.
/// </summary>
public static class AccuracySearch
{
    /// <summary>Searches.</summary>
    /// <param name="sensitivities">Of the products that are quantised now.</param>
    /// <param name="holds">Whether the bound holds where the named products are float32 besides those that are already.</param>
    /// <returns>The products to be put back; null when the bound does not hold even if all are.</returns>
    public static ImmutableSortedSet<string>? Run(IReadOnlyList<LayerSensitivity> sensitivities, Func<IReadOnlySet<string>, bool> holds)
    {
        // A result that is not a number is the worst; equal ones go in the order of their names.
        var order = sensitivities.OrderBy(s => double.IsNaN(s.Sqnr) ? double.NegativeInfinity : s.Sqnr).ThenBy(s => s.Product, StringComparer.Ordinal).Select(s => s.Product).ToArray();
        ImmutableSortedSet<string> First(int count) => order.Take(count).ToImmutableSortedSet(StringComparer.Ordinal);
        if (holds(First(0))) return First(0);
        if (!holds(First(order.Length))) return null;
        // The bound holds with `enough` and not with `few`.
        int few = 0, enough = order.Length;
        while (enough - few > 1)
        {
            int middle = (few + enough) / 2;
            if (holds(First(middle))) enough = middle;
            else few = middle;
        }
        return First(enough);
    }
}
