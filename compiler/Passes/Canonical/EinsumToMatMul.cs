using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: Einsum of one or two operands where no operand names an index twice.</para>
/// <para>Becomes: sums over the indexes that only one operand has; then batch, row, shared and column indexes brought together by Transpose and ReshapeTo,
/// one MatMul, and the way back.</para>
/// <para>Why: matrix products have kernels.</para>
/// <para>Where: before shapes are combined.</para>
/// </summary>
public sealed class EinsumToMatMul : RewritePass<Einsum>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, Einsum op)
    {
        var (names, result, extents) = op.Parse([.. at.Node.PresentInputs.Select(v => v.Shape)]);
        if (names.Length > 2 || names.Append(result).Any(n => n.Distinct().Count() != n.Length) || !at.Output.Element.IsFloat()) return null;
        for (int i = 0; i < names.Length; i++)
            for (int k = 0; k < names[i].Length; k++)
                if (at[i].Shape[k] != extents[names[i][k]]) return null;

        var (a, aNames) = Sum(at, at[0], names[0], names.Length > 1 ? names[1] + result : result);
        if (names.Length == 1) return Permute(at, a, aNames, result);
        var (b, bNames) = Sum(at, at[1], names[1], names[0] + result);

        string batch = Where(aNames, c => bNames.Contains(c) && result.Contains(c)), shared = Where(aNames, c => bNames.Contains(c) && !result.Contains(c));
        string rows = Where(aNames, c => !bNames.Contains(c)), columns = Where(bNames, c => !aNames.Contains(c));
        int Size(string s) => s.Aggregate(1, (n, c) => n * extents[c]);
        var left = at.Reshape(Permute(at, a, aNames, batch + rows + shared), Size(batch), Size(rows), Size(shared));
        var right = at.Reshape(Permute(at, b, bNames, batch + shared + columns), Size(batch), Size(shared), Size(columns));
        string order = batch + rows + columns;
        var product = at.Reshape(at.Add(new MatMul(), left, right), order.Select(c => extents[c]));
        return Permute(at, product, order, result);
    }

    private static (Value Value, string Names) Sum(Match at, Value x, string names, string needed)
    {
        Ints axes = [.. Enumerable.Range(0, names.Length).Where(i => !needed.Contains(names[i]))];
        return axes.Count == 0 ? (x, names) : (at.Add(new Reduce(Reduction.Sum, axes, false), x), Where(names, needed.Contains));
    }

    private static Value Permute(Match at, Value x, string from, string to) => from == to ? x : at.Add(new Transpose([.. to.Select(c => from.IndexOf(c))]), x);

    private static string Where(string names, Func<char, bool> condition) => new([.. names.Where(condition)]);
}
