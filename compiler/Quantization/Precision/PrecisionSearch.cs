using System.Collections.Immutable;

namespace CompileModel.Quantization.Precision;

/// <summary>
/// Chooses the precision of each product for the fewest modelled cycles of the whole program. A program of one choice is modelled as a whole, so that conversions count where they are needed
/// and nowhere else: a float product between two quantised ones pays for both. Starts from the better form of each product by itself and changes neighbouring products together as long
/// as that helps. Deterministic.
/// </summary>
public static class PrecisionSearch
{
    /// <summary>The most choices that are modelled besides the first three.</summary>
    public const int MostTrials = 24;

    /// <summary>The least part of the cycles that a quantised program must save: predictions are good to a few percent, and for less nothing should be rounded.</summary>
    public const double LeastGain = 0.04;

    /// <summary>
    /// How many products count as the beginning of a model. What is rounded there goes through everything behind: three of 53 products make 24 percent of
    /// the noise of MobileNetV2's results, three of 10 make 82 and 43 percent with a network for keywords and a small residual one.
    /// </summary>
    public const int Beginning = 3;

    /// <summary>The part of the cycles that float32 at the beginning may cost: less than what predictions are good to. Of memory it may cost nothing: images are largest there.</summary>
    public const double MostForAccuracy = 0.015;

    /// <summary>Chooses.</summary>
    /// <param name="products">Names, in the order of the model; neighbours in the list are taken for neighbours in the graph.</param>
    /// <param name="fixedFloats">Those of them that stay float32 in any case.</param>
    /// <param name="model">Cycles of the program where the named products are float32 and all others quantised.</param>
    public static PrecisionChoice Run(IReadOnlyList<string> products, IReadOnlySet<string> fixedFloats, Func<IReadOnlySet<string>, ModelledProgram> model)
    {
        var always = products.Where(fixedFloats.Contains).ToImmutableSortedSet(StringComparer.Ordinal);
        var everything = products.ToImmutableSortedSet(StringComparer.Ordinal);
        var known = new Dictionary<string, ModelledProgram>();
        ModelledProgram Modelled(ImmutableSortedSet<string> floats) => known.TryGetValue(Key(floats), out var program) ? program : known[Key(floats)] = model(floats);
        var (allFloat, allInteger) = (Modelled(everything), Modelled(always));
        double Gain(string product) => allInteger.Products.GetValueOrDefault(product) - allFloat.Products.GetValueOrDefault(product);
        var slower = everything.Where(p => Gain(p) >= 0 && allFloat.Products.ContainsKey(p)).Aggregate(always, (set, p) => set.Add(p));
        var best = (Floats: always, Program: allInteger);
        double quantized = allInteger.Total;
        var tried = new HashSet<string>();
        bool Try(ImmutableSortedSet<string> floats)
        {
            if (!tried.Add(Key(floats))) return false;
            var program = Modelled(floats);
            if (floats.Count < everything.Count) quantized = Math.Min(quantized, program.Total);
            // A tie goes to fewer conversions and less memory: the choice that is tried first.
            if (program.Total >= best.Program.Total) return false;
            best = (floats, program);
            return true;
        }
        tried.Add(Key(always));
        Try(slower);
        for (int trials = 0, next = 0; trials < MostTrials;)
        {
            // Those first that lose least by themselves: what they gain is conversions.
            var moves = Runs(products, best.Floats, always).OrderBy(run => run.Sum(p => best.Floats.Contains(p) ? Gain(p) : -Gain(p))).ToArray();
            if (next >= moves.Length) break;
            var floats = moves[next].Aggregate(best.Floats, (set, p) => set.Contains(p) ? set.Remove(p) : set.Add(p));
            int before = tried.Count;
            next = Try(floats) ? 0 : next + 1;
            if (tried.Count > before) trials++;
        }
        double limit = (1 - LeastGain) * allFloat.Total;
        if (best.Program.Total > limit) return new(everything, allFloat, allFloat, allInteger, quantized);
        limit = Math.Min(limit, best.Program.Total * (1 + MostForAccuracy));
        var choice = new PrecisionChoice(best.Floats, best.Program, allFloat, allInteger, quantized);
        for (int first = 1; first <= Math.Min(Beginning, products.Count - 1); first++)
        {
            var floats = best.Floats.Union(products.Take(first));
            if (floats.Count > choice.Floats.Count && Modelled(floats) is var program && program.Total <= limit && program.PeakBytes <= best.Program.PeakBytes) choice = choice with { Floats = floats, Program = program, Leading = floats.Except(best.Floats) };
        }
        return choice;
    }

    private static string Key(IEnumerable<string> floats) => string.Join('\n', floats);

    /// <summary>Neighbours of one precision, and the first and the last product of each such run that has others: what may be changed together.</summary>
    private static IEnumerable<IReadOnlyList<string>> Runs(IReadOnlyList<string> products, ImmutableSortedSet<string> floats, ImmutableSortedSet<string> always)
    {
        string[] free = [.. products.Where(p => !always.Contains(p))];
        for (int from = 0, to; from < free.Length; from = to)
        {
            for (to = from + 1; to < free.Length && floats.Contains(free[to]) == floats.Contains(free[from]);) to++;
            yield return free[from..to];
            if (to - from < 2) continue;
            yield return [free[from]];
            yield return [free[to - 1]];
        }
    }
}
