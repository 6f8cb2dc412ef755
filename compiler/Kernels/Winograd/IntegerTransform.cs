namespace CompileModel.Kernels.Winograd;

/// <summary>
/// B^T along one axis of integers, exact: its rows times powers of two that make integers of their factors. Each result is a chain of products whose sums are twice as wide as
/// the values; those of a pair of points are the sum and the difference of two chains. Bytes become int16, which become int32 below 2^24.
/// </summary>
internal sealed class IntegerTransform
{
    // The factors of each chain by place; at a pair half the sum of its rows and half their difference.
    private readonly int[][] _chains;
    private readonly double[] _scales;
    private readonly int _pairPlaces;

    /// <summary>The transform of a form.</summary>
    public IntegerTransform(WinogradForm form)
    {
        var rows = WinogradTransforms.InputMatrix(form);
        (_chains, _scales, _pairPlaces) = (new int[rows.Length][], new double[rows.Length], 2 * form.Pairs.Count);
        for (var place = 0; place < rows.Length; place += IsPair(place) ? 2 : 1)
        {
            double[][] chains = IsPair(place) ? [Half(rows[place], rows[place + 1], 1), Half(rows[place], rows[place + 1], -1)] : [rows[place]];
            var scale = 1;
            while (chains.Any(c => c.Any(f => f * scale != Math.Round(f * scale))))
                scale *= 2;
            for (var i = 0; i < chains.Length; i++)
                (_chains[place + i], _scales[place + i]) = ([.. chains[i].Select(f => (int)(f * scale))], scale);
        }
    }

    /// <summary>What values at a place along an axis are multiplied by; transformed weights are divided by it.</summary>
    public double Scale(int place) => _scales[place];

    /// <summary>What values that are all 1 become at place 1, the point 1; it is 0 at every other place.</summary>
    public int OfOnes => Factors(1).Sum();

    /// <summary>The factors of the values at a place.</summary>
    public IReadOnlyList<int> Factors(int place)
    {
        var plus = place - (place - 1) % 2;
        return !IsPair(place) ? _chains[place] : [.. _chains[plus].Zip(_chains[plus + 1], (a, b) => place == plus ? a + b : a - b)];
    }

    /// <summary>Operations for so many values.</summary>
    public int Operations(int values) => _chains.Take(values).Sum(c => c.Count(f => f != 0)) + _pairPlaces;

    /// <summary>The results by place.</summary>
    /// <param name="code">what is written to</param>
    /// <param name="x">values, halves of vectors; with one missing, the last place is too</param>
    /// <param name="sink">takes a place and its result as soon as it is known</param>
    public void Write(StraightLine code, IReadOnlyList<int> x, Action<int, int> sink)
    {
        for (var place = 0; place < _chains.Length - 1 || place < x.Count; place++)
        {
            var sum = code.WideSum(_chains[place], x);
            if (!IsPair(place))
            {
                sink(place, sum);
                continue;
            }
            var other = code.WideSum(_chains[place + 1], x);
            sink(place, code.Add(sum, other));
            sink(++place, code.Subtract(sum, other));
        }
    }

    private bool IsPair(int place) => place > 0 && place <= _pairPlaces;

    private static double[] Half(double[] a, double[] b, int sign) => [.. a.Zip(b, (x, y) => (x + sign * y) / 2)];
}
