using CompileModel.IR;
using CompileModel.Kernels.Loops;

namespace CompileModel.Kernels.Reductions;

/// <summary>The loops of a reduction: those that stay (strides of input and output) and those that are reduced (strides of the input).</summary>
/// <param name="Kept">Loops over results; operand 0 is the input, 1 the output.</param>
/// <param name="Reduced">Loops over the values of one result; operand 0 is the input.</param>
/// <param name="Count">Values of one result.</param>
public sealed record ReduceSpace(IterationSpace Kept, IterationSpace Reduced, int Count)
{
    /// <summary>Whether the values of one result are contiguous.</summary>
    public bool IsInner => Reduced.Rank > 0 && Reduced.InnerStride(0) == 1;

    /// <summary>Whether neighboring results come from neighboring values.</summary>
    public bool IsOuter => Kept.Rank > 0 && Kept.InnerStride(0) == 1 && Kept.InnerStride(1) == 1;

    /// <summary>The loops over <paramref name="input"/> when <paramref name="axes"/> are reduced; the output keeps them with extent 1 or leaves them out.</summary>
    public static ReduceSpace Of(Layout input, Layout output, IReadOnlyList<int> axes, bool keepDims)
    {
        int[] kept = [.. Enumerable.Range(0, input.Rank).Where(d => !axes.Contains(d))];
        int[] reduced = [.. Enumerable.Range(0, input.Rank).Where(axes.Contains)];
        var results = IterationSpace.Merge([.. kept.Select(d => input.Dims[d])], [.. kept.Select(d => input.Strides[d])], [.. kept.Select((d, i) => output.Strides[keepDims ? d : i])]);
        var values = IterationSpace.Merge([.. reduced.Select(d => input.Dims[d])], [.. reduced.Select(d => input.Strides[d])]);
        return new(results, values, reduced.Aggregate(1, (n, d) => n * input.Dims[d]));
    }
}
