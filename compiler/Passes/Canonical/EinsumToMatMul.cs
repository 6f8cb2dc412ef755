using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: Einsum.</para>
/// <para>Becomes: diagonals of operands that name an index twice; then one operand after another: sums over the indexes that only one operand has, batch, row, shared and
/// column indexes brought together by Transpose and ReshapeTo, one MatMul (integers: a product and a sum), and the way back.</para>
/// <para>Why: matrix products have kernels.</para>
/// <para>Where: before shapes are combined.</para>
/// </summary>
public sealed class EinsumToMatMul : RewritePass<Einsum>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, Einsum op)
    {
        var (names, result, extents) = op.Parse([.. at.Node.PresentInputs.Select(v => v.Shape)]);
        if (result.Distinct().Count() != result.Length) return null;
        var (a, aNames) = Whole(at, at[0], names[0], extents);
        for (int i = 1; i < names.Length; i++)
        {
            var (b, bNames) = Whole(at, at[i], names[i], extents);
            (a, aNames) = Product(at, a, aNames, b, bNames, result + string.Concat(names[(i + 1)..]), extents);
        }
        (a, aNames) = Sum(at, a, aNames, result);
        return Permute(at, a, aNames, result);
    }

    /// <summary>The operand with each of its indexes once and at its full extent.</summary>
    private static (Value Value, string Names) Whole(Match at, Value x, string names, Dictionary<char, int> extents)
    {
        if (Enumerable.Range(0, names.Length).Any(k => x.Shape[k] != extents[names[k]])) x = at.Add(new BroadcastTo([.. names.Select(c => extents[c])]), x);
        while (names.GroupBy(c => c).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            // The two axes become the last ones, then one; the diagonal is every (n + 1)th element of it.
            char c = twice.Key;
            int first = names.IndexOf(c), second = names.IndexOf(c, first + 1), n = extents[c];
            int[] others = [.. Enumerable.Range(0, names.Length).Where(k => k != first && k != second)];
            x = at.Add(new Transpose([.. others, first, second]), x);
            names = new string([.. others.Select(k => names[k]), c]);
            int[] sizes = [.. names[..^1].Select(k => extents[k])], ones = [.. sizes.Select(_ => 1)];
            x = at.Add(new SliceStatic([.. new int[names.Length]], [.. ones, n + 1], [.. sizes, n]), at.Reshape(x, [.. sizes, n * n]));
        }
        return (x, names);
    }

    /// <summary>The product of two operands, summed over the shared indexes that nothing after it needs.</summary>
    private static (Value Value, string Names) Product(Match at, Value a, string aNames, Value b, string bNames, string needed, Dictionary<char, int> extents)
    {
        (a, aNames) = Sum(at, a, aNames, bNames + needed);
        (b, bNames) = Sum(at, b, bNames, aNames + needed);
        string batch = Where(aNames, c => bNames.Contains(c) && needed.Contains(c)), shared = Where(aNames, c => bNames.Contains(c) && !needed.Contains(c));
        string rows = Where(aNames, c => !bNames.Contains(c)), columns = Where(bNames, c => !aNames.Contains(c));
        int Size(string s) => s.Aggregate(1, (n, c) => n * extents[c]);
        string order = batch + rows + columns;
        Value product;
        if (a.Element.IsFloat())
        {
            var left = at.Reshape(Permute(at, a, aNames, batch + rows + shared), Size(batch), Size(rows), Size(shared));
            var right = at.Reshape(Permute(at, b, bNames, batch + shared + columns), Size(batch), Size(shared), Size(columns));
            product = at.Add(new MatMul(), left, right);
        }
        else
        {
            var left = at.Reshape(Permute(at, a, aNames, batch + rows + shared), Size(batch), Size(rows), 1, Size(shared));
            var right = at.Reshape(Permute(at, b, bNames, batch + columns + shared), Size(batch), 1, Size(columns), Size(shared));
            product = at.Add(new Reduce(Reduction.Sum, [3], false), at.Add(new Mul(), left, right));
        }
        return (at.Reshape(product, order.Select(c => extents[c])), order);
    }

    private static (Value Value, string Names) Sum(Match at, Value x, string names, string needed)
    {
        Ints axes = [.. Enumerable.Range(0, names.Length).Where(i => !needed.Contains(names[i]))];
        return axes.Count == 0 ? (x, names) : (at.Add(new Reduce(Reduction.Sum, axes, false), x), Where(names, needed.Contains));
    }

    private static Value Permute(Match at, Value x, string from, string to) => from == to ? x : at.Add(new Transpose([.. to.Select(c => from.IndexOf(c))]), x);

    private static string Where(string names, Func<char, bool> condition) => new([.. names.Where(condition)]);
}
