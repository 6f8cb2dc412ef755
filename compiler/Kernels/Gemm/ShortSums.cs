using CompileModel.IR;
using CompileModel.Targets;

namespace CompileModel.Kernels.Gemm;

/// <summary>
/// Sums of products of bytes in 16 bits: how many products fit, whatever the bytes of A, is known from the weights. With x between -128 and 127 the sum of products with some weights lies
/// within -(128 P + 127 N) and 127 P + 128 N, where P is the sum of the positive weights and N that of the negative ones without their sign.
/// </summary>
public static class ShortSums
{
    /// <summary>The most units whose products <see cref="TileForm.Widening"/> adds: more do not fit for the weights of most layers.</summary>
    public const int Most = 8;

    // What most weights let add as they are.
    private const int Usual = 4;

    /// <summary>
    /// The units whose products the weights of all columns let add: those that are asked for, or else four, two or one. One number is tried for all: what lets six be added may not let four,
    /// as these begin elsewhere.
    /// </summary>
    /// <param name="columns">each of runs of factors one after the other, all of one length</param>
    /// <param name="run">factors of a run</param>
    /// <param name="most">the most that is asked for</param>
    public static int Units(IReadOnlyList<sbyte[]> columns, int run, int most = Usual)
    {
        var units = most;
        while (units > 1 && !columns.All(c => Fit(c, run, units)))
            units = Fewer(units, columns[0].Length);
        return units;
    }

    /// <summary>Whether a column's weights let the products of so many units be added.</summary>
    public static bool Fit(ReadOnlySpan<sbyte> column, int run, int units) => Largest(column, run, units) <= short.MaxValue;

    /// <summary>What is tried where so many units do not fit: fewer of the neighboring lanes, then of the units.</summary>
    /// <param name="units">units whose products do not fit</param>
    /// <param name="factors">factors of a column</param>
    public static int Fewer(int units, int factors)
    {
        var all = ProductArithmetic.LongBytes.Units(factors);
        return all < Usual && units > all + 1 ? Lanes(all, units) > 2 ? 2 * all : all + 1 : units > Usual ? Usual : units > 2 ? 2 : 1;
    }

    /// <summary>
    /// The units whose products the cores of a target gain from adding: on those that issue in program order, where each instruction counts, up to <see cref="Most"/> that a run is a multiple of.
    /// Where two or three units are all there is, those of neighboring lanes too.
    /// </summary>
    /// <param name="target">the processor</param>
    /// <param name="run">factors of a run</param>
    /// <param name="isOneRun">whether there are no other runs</param>
    public static int Wanted(TargetProfile target, int run, bool isOneRun = true)
    {
        if (ProductArithmetic.Of(target, ElementType.Int8) is not { Form: TileForm.Widening } arithmetic)
            return 1;
        if (!target.Issue.InOrder)
            return arithmetic.Summed;
        var units = arithmetic.Units(run);
        return units is 2 or 3 && isOneRun ? units * Lanes(units, Most) : Enumerable.Range(Usual + 1, Most - Usual).LastOrDefault(u => units % u == 0, Usual);
    }

    /// <summary>Neighboring lanes (one, two or four) whose sums of all units there are may be added in 16 bits too, where the products of more units would fit.</summary>
    /// <param name="all">units there are, at least one</param>
    /// <param name="units">units whose products fit</param>
    public static int Lanes(int all, int units) => units / all >= 4 ? 4 : units / all >= 2 ? 2 : 1;

    /// <summary>
    /// The largest magnitude that a sum of products of so many units can have, where there are fewer that of neighboring <see cref="Lanes"/> too. Where runs are whole units but no whole
    /// number of such sums, several may be read as one: sums may then begin at any unit.
    /// </summary>
    public static int Largest(ReadOnlySpan<sbyte> column, int run, int units)
    {
        var unit = ProductArithmetic.LongBytes.Unit;
        var ofRun = (run + unit - 1) / unit;
        var isAligned = column.Length <= run || ofRun % units == 0 || run % unit != 0;
        if (!isAligned)
            (run, ofRun) = (column.Length, column.Length / unit);
        var largest = 0;
        var lanes = Lanes(ProductArithmetic.LongBytes.Units(column.Length), units);
        for (var start = 0; start < column.Length; start += run)
        {
            var factors = column.Slice(start, Math.Min(run, column.Length - start));
            for (var first = 0; first < ofRun; first += isAligned ? units : 1)
            {
                for (var lane = 0; lane < unit; lane += lanes)
                    largest = Math.Max(largest, Largest(factors, first * unit + lane, units, unit, lanes));
            }
        }
        return largest;
    }

    private static int Largest(ReadOnlySpan<sbyte> factors, int first, int units, int unit, int lanes)
    {
        var (positive, negative) = (0, 0);
        for (var u = 0; u < units; u++)
        {
            for (var i = first + u * unit; i < Math.Min(first + u * unit + lanes, factors.Length); i++)
            {
                if (factors[i] > 0)
                    positive += factors[i];
                else
                    negative -= factors[i];
            }
        }
        return Largest(positive, negative);
    }

    /// <summary>The largest magnitude of a sum of products with weights of which the positive ones add up to P and the negative ones to -N.</summary>
    public static int Largest(int positive, int negative) => Math.Max(127 * positive + 128 * negative, 128 * positive + 127 * negative);

    /// <summary>For each panel the units that the weights of all its columns let add, in any group; empty where all let add <paramref name="most"/>.</summary>
    /// <param name="packing">the panels</param>
    /// <param name="groups">groups of matrices</param>
    /// <param name="run">factors of a run</param>
    /// <param name="most">the most that is asked for</param>
    /// <param name="column">weights of a group's column</param>
    public static Ints OfPanels(PanelPacking packing, int groups, int run, int most, Func<int, int, sbyte[]> column)
    {
        var units = Enumerable.Range(0, packing.Panels).Select(p => Units([.. from n in Enumerable.Range(p * packing.Width, Math.Min(packing.Width, packing.Columns - p * packing.Width))
                                                                             from g in Enumerable.Range(0, groups) select column(g, n)], run, most)).ToArray();
        return units.All(u => u == most) ? default : [.. units];
    }
}
