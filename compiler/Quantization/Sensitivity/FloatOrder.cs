namespace CompileModel.Quantization.Sensitivity;

/// <summary>The order in which products go back to float32 for accuracy.</summary>
public static class FloatOrder
{
    /// <summary>What a product costs at least, as a part of the program: what is cheaper than that is as good as free.</summary>
    private const double LeastCost = 1e-4;

    /// <summary>The most sensitive first; equal ones in the order of their names.</summary>
    public static IEnumerable<string> BySensitivity(IEnumerable<LayerSensitivity> sensitivities) =>
        sensitivities.OrderByDescending(Noise).ThenBy(s => s.Product, StringComparer.Ordinal).Select(s => s.Product);

    /// <summary>
    /// The one first that takes the most noise from the results for a cycle, with those before it float32 already: neighbours of float32 products cost less. A cost is modelled when
    /// its product would be next by what its kernel alone costs, and again when a neighbour went before it.
    /// </summary>
    /// <param name="sensitivities">Of the products that are quantised now, in the order of the model.</param>
    /// <param name="least">What the kernel of a product costs more in float32, conversions left out; may be negative.</param>
    /// <param name="cycles">Of the program where the named products are float32 besides those that are already.</param>
    public static IEnumerable<string> ByCycles(IReadOnlyList<LayerSensitivity> sensitivities, Func<string, double> least, Func<IReadOnlySet<string>, double> cycles)
    {
        var left = sensitivities.Select(s => s.Product).ToList();
        var noise = sensitivities.ToDictionary(s => s.Product, Noise);
        var (costs, modelled, taken) = (left.ToDictionary(p => p, least), new HashSet<string>(), new HashSet<string>());
        double total = cycles(taken), floor = total * LeastCost;
        while (left.Count > 0)
        {
            string next = left.MaxBy(p => noise[p] / Math.Max(costs[p], floor))!;
            if (modelled.Add(next))
            {
                costs[next] = cycles(taken.Append(next).ToHashSet()) - total;
                continue;
            }
            int at = left.IndexOf(next);
            foreach (string neighbour in left.Skip(at - 1).Take(3).Where(modelled.Remove)) costs[neighbour] = least(neighbour);
            left.RemoveAt(at);
            taken.Add(next);
            total += costs[next];
            yield return next;
        }
    }

    /// <summary>Noise of the results over their energy; a result that is not a number is the worst.</summary>
    private static double Noise(LayerSensitivity s) => double.IsNaN(s.Sqnr) ? double.MaxValue : Math.Pow(10, -s.Sqnr / 10);
}
